//! What rules say of PortSIP's pages: every finding true, useful and told once.

use crate::run::pages;
use oasmith::api;
use oasmith::findings::Findings;
use oasmith::pipeline;
use oasmith_lint::Settings;
use oasmith_source::render;

#[test]
fn the_pages_have_one_fault_that_will_hurt() {
    let mut findings = Findings::default();
    let api = api::open(&pages(), &mut findings).expect("an API");
    let judged = pipeline::judged(&api, &Settings::default(), &mut findings).expect("a document");
    let lines = judged.findings.iter().map(|it| {
        let diagnostic = it.diagnostic();
        let help = diagnostic.help.join("; ");
        let line = render::concise(&diagnostic, &findings.sources);
        format!("{} ({help})\n", line.trim_end())
    });
    let lines: String = lines.collect();
    let (_, shown) = lines.split_once("specs/portsip/").unwrap_or(("", &lines));
    insta::assert_snapshot!(shown, @"administrations.md:26:1273: warning[OAS261]: `date_time` is no registered format (did you mean `date-time`?; 8 other places have it)");
    assert!(findings.diagnostics.is_empty());
}
