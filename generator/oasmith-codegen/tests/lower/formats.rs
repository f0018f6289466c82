//! Formats that a server holds texts to.

use super::lowered;
use insta::assert_snapshot;
use oasmith_codegen::{Options, ir};

const DOCUMENT: &str = "
paths:
  /p:
    post:
      operationId: send
      parameters:
        - { name: from, in: query, schema: { type: string, format: ipv4 } }
        - { name: since, in: query, schema: { type: string, format: date-time } }
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Mail' } } } }
      responses: { '204': { description: sent } }
components:
  schemas:
    Mail:
      type: object
      properties:
        to: { type: array, items: { type: string, format: e_mail } }
        reply: { type: string, format: email, not: { format: idn-email } }
        more: { type: string, format: unheard-of }
";

fn asserting(formats: &[ir::Format]) -> String {
    let options = Options {
        assert_formats: formats.to_vec(),
        formats: [("e_mail".to_owned(), "email".to_owned())].into(),
        ..Options::default()
    };
    let (api, said) = lowered(DOCUMENT, &options);
    assert_eq!(said, "");
    let outline = ir::print(&api);
    let wanted = ["from: ", "since: ", "to: ", "reply: ", "more: "];
    let named = |line: &&str| wanted.iter().any(|it| line.contains(it));
    let lines: Vec<&str> = outline.lines().filter(named).map(str::trim).collect();
    lines.join("\n")
}

#[test]
fn a_format_describes_unless_it_is_asked_for() {
    assert_snapshot!(asserting(&[]), @"
    to: [String]?
    reply: String? not
    more: String?
    query from: String?
    query since: DateTime?
    ");
    let some = [ir::Format::Email, ir::Format::DateTime];
    assert_snapshot!(asserting(&some), @"
    to: [String]? each Email
    reply: String? Email not
    more: String?
    query from: String?
    query since: DateTime?
    ");
    let all = ir::FORMATS.map(|(_, format)| format);
    assert_snapshot!(asserting(&all), @"
    to: [String]? each Email
    reply: String? Email not
    more: String?
    query from: String? Ipv4
    query since: DateTime?
    ");
}
