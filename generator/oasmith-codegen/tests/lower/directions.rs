//! Schemas that look different in a request and in a response.

use super::{check, lowered};
use insta::assert_snapshot;
use oasmith_codegen::Options;

#[test]
fn read_only_members_are_not_sent_and_write_only_ones_not_answered() {
    let document = r"
paths:
  /p:
    post:
      operationId: createPet
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
      responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
components:
  schemas:
    Pet: { type: object, properties: { id: { type: string, readOnly: true }, name: { type: string }, pin: { type: string, writeOnly: true } } }
";
    assert_snapshot!(check(document), @"
    struct PetRequest in pet [sent]
      name: String?
      pin: String?
    struct Pet in pet [answered]
      id: String?
      name: String?
    trait DefaultApi in default
      create_pet POST /p (createPet)
        body: application/json PetRequest
        -> 201 application/json Pet
    ");
}

#[test]
fn halves_of_a_split_component_never_share_a_name() {
    let document = r"
paths:
  /p:
    post:
      operationId: send
      requestBody: { content: { application/json: { schema: { type: object, properties: { a: { $ref: '#/components/schemas/Pet' }, b: { $ref: '#/components/schemas/PetRequest' } } } } } }
      responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { a: { $ref: '#/components/schemas/Pet' }, b: { $ref: '#/components/schemas/PetRequest' } } } } } } }
components:
  schemas:
    Pet: { type: object, properties: { id: { type: string, readOnly: true }, name: { type: string } } }
    PetRequest: { type: object, properties: { id: { type: string, readOnly: true }, name: { type: string } } }
";
    let (api, _) = lowered(document, &Options::default());
    let mut names: Vec<_> = api.types.iter().map(|it| it.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "Pet",
            "PetRequest",
            "PetRequestModel",
            "PetRequestResponse",
            "SendRequest",
            "SendResponse"
        ]
    );
}

#[test]
fn what_is_referred_to_without_being_a_component_has_directions_as_well() {
    let document = r"
paths:
  /p:
    post:
      operationId: createPet
      requestBody: { content: { application/json: { schema: { $ref: '#/x-shared/Pet' } } } }
      responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/x-shared/Pet' } } } } }
x-shared:
  Pet: { type: object, properties: { id: { type: string, readOnly: true }, name: { type: string } } }
";
    assert_snapshot!(check(document), @"
    struct PetRequest in pet [sent]
      name: String?
    struct Pet in pet [answered]
      id: String?
      name: String?
    trait DefaultApi in default
      create_pet POST /p (createPet)
        body: application/json PetRequest?
        -> 201 application/json Pet
    ");
}

#[test]
fn a_part_may_say_in_which_direction_a_member_goes() {
    let document = r"
paths:
  /p:
    post:
      operationId: createPet
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
      responses: { '204': { description: made } }
components:
  schemas:
    Pet:
      type: object
      required: [id]
      properties:
        id: { allOf: [{ $ref: '#/components/schemas/Id' }, { readOnly: true }] }
        name: { type: string }
    Id: { type: string }
";
    assert_snapshot!(check(document), @"
    struct PetRequest in pet [sent]
      name: String?
    trait DefaultApi in default
      create_pet POST /p (createPet)
        body: application/json PetRequest?
        -> 204 ()
    ");
}

#[test]
fn what_stands_in_halves_is_one_type_where_it_is_the_same_in_both() {
    let document = r"
paths:
  /p:
    post:
      operationId: createPet
      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
      responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
components:
  schemas:
    Pet:
      type: object
      properties:
        id: { type: string, readOnly: true }
        kind: { type: string, enum: [cat, dog] }
        home: { type: object, properties: { street: { type: string } } }
        chip: { type: object, properties: { id: { type: string, readOnly: true }, maker: { type: string } } }
";
    assert_snapshot!(check(document), @r#"
    struct PetRequest in pet [sent checked]
      kind: PetKind?
      home: PetHome?
      chip: PetChipRequest?
    struct Pet in pet [answered checked]
      id: String?
      kind: PetKind?
      home: PetHome?
      chip: PetChip?
    enum PetKind in pet [sent answered checked] Cat="cat" Dog="dog"
    struct PetHome in pet [sent answered]
      street: String?
    struct PetChipRequest in pet [sent]
      maker: String?
    struct PetChip in pet [answered]
      id: String?
      maker: String?
    from Pet into PetRequest
    from PetChip into PetChipRequest
    trait DefaultApi in default
      create_pet POST /p (createPet)
        body: application/json PetRequest
        -> 201 application/json Pet
    "#);
}
