//! What recovered components are called, and why.

mod recovering;

use oasmith_spec::Node;
use recovering::{api, run};

#[test]
fn objects_in_an_alternative_are_named_by_what_it_is_used_for() {
    let text = api(&[(
        "get /pet getPet",
        "",
        "{properties: { rows: {oneOf: [
            {type: array, items: {properties: {a: {type: string}}}},
            {type: array, items: {properties: {b: {type: string}}}}]}}}",
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Pet: noun of getPet
    PetRow: property rows of Pet
    PetRowDetails: property rows of Pet
    ");
}

#[test]
fn a_name_that_a_component_has_in_rust_is_taken() {
    let text = api(&[
        (
            "get /users/{id} getUser",
            "",
            "{properties: {id: {type: string}, profile: {properties: {bio: {type: string}, born: {type: string}}}}}",
        ),
        (
            "get /shops/{id} getShop",
            "",
            "{properties: {no: {type: string}, profile: {properties: {hours: {type: string}, phone: {type: string}}}}}",
        ),
        (
            "get /profile getProfile",
            "",
            "{$ref: '#/components/schemas/user_profile'}",
        ),
    ]);
    let text = text.strip_suffix('}').unwrap_or_default();
    let text = format!(
        "{text}, components: {{schemas: {{user_profile: {{type: string, maxLength: 9}}}}}}}}"
    );
    insta::assert_snapshot!(run(&text, "").names(), @"
    user_profile: -
    User: noun of getUser
    UserProfileDetails: property profile of User
    Shop: noun of getShop
    ShopProfile: property profile of Shop
    ");
}

#[test]
fn what_is_found_before_its_owner_has_its_name_in_the_first_run() {
    let text = api(&[(
        "get /pets/{id} getPet",
        "",
        "{allOf: [{allOf: [{properties: {id: {}}}, {type: string, enum: [a, b]}]}, {properties: {tags: {properties: {type: {oneOf: [{type: string, enum: [a, b]}]}}}}}]}",
    )]);
    let first = run(&text, "");
    insta::assert_snapshot!(first.names(), @"
    Pet: noun of getPet
    PetTagsType: property type of PetTags
    PetTags: property tags of Pet
    ");
    let second = run(&text, &first.ledger.to_toml());
    assert_eq!(second.schemas(), first.schemas());
    assert_eq!(second.ledger.to_toml(), first.ledger.to_toml());
}

#[test]
fn a_page_holds_its_elements_under_the_names_that_frameworks_have_for_them() {
    let names = |id: &str, page: &str| {
        let page = page.replace(
            "OF",
            "{type: array, items: {properties: {id: {}, first: {}}}}",
        );
        run(&api(&[(&format!("get /owners {id}"), "", &page)]), "").names()
    };
    for page in [
        "{properties: {totalElements: {}, totalPages: {}, size: {}, content: OF}}",
        "{properties: {'@odata.nextLink': {}, value: OF}}",
        "{properties: {value: OF}}",
        "{properties: {list: OF, pageNum: {}}}",
        "{properties: {docs: OF, hasNextPage: {}}}",
        "{properties: {hits: OF, total: {}}}",
    ] {
        for id in ["listOwners", "getAllOwners", "findOwners", "owners_list"] {
            let found = names(id, page);
            assert!(
                found.starts_with("OwnerList: ") && found.contains("\nOwner: "),
                "{id} {page}: {found}"
            );
        }
    }
    // What else has `content` is no page.
    insta::assert_snapshot!(names("getMessage", "{properties: {role: {}, content: OF}}"), @"
    Message: noun of getMessage
    MessageContent: property content of Message
    ");
}

#[test]
fn entities_claim_a_noun_before_lists_and_answers_do() {
    let text = api(&[
        (
            "get /pets listPets",
            "",
            "{properties: {count: {type: integer}, items: {type: array, items: {properties: {id: {}}}}}}",
        ),
        (
            "post /pets/new createPet",
            "{properties: {name: {}}, required: [name]}",
            "{properties: {id: {readOnly: true}}}",
        ),
        (
            "get /pets/{id} showPet",
            "",
            "{properties: {id: {}, name: {}}}",
        ),
        (
            "get /pet retrieveCurrentPet",
            "",
            "{properties: {id: {}, name: {}, home: {}}}",
        ),
        (
            "get /pet/status retrieveCurrentPetStatus",
            "",
            "{properties: {alive: {}}}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    PetList: list of listPets
    PetSummary: what listPets answers
    CreatePetRequest: request of createPet
    CreatedPet: answer of createPet
    Pet: noun of showPet
    CurrentPet: noun of retrieveCurrentPet
    PetStatus: noun of retrieveCurrentPetStatus
    ");
}

#[test]
fn nested_schemas_are_named_by_their_properties_or_by_what_these_belong_to() {
    let text = api(&[
        ("get /shop getShopConfiguration", "", "{properties: {
            opening_times: {properties: {monday: {properties: {open: {}}}, tuesday: {properties: {open: {}}}, friday: {properties: {open: {}}}}},
            kind: {enum: [small, large]}, caller_ids: {type: array, items: {properties: {number: {}}}},
            e164: {properties: {prefix: {}}}, status: {properties: {busy: {}}}}}"),
        ("get /stall getStall", "", "{properties: {kind: {enum: [small, large]}, status: {properties: {busy: {}, late: {}}}}}"),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    ShopConfiguration: noun of getShopConfiguration
    OpeningTimes: property opening_times
    OpeningTimesDay: properties monday, tuesday, friday of OpeningTimes
    Kind: property kind of ShopConfiguration and another
    CallerId: property caller_ids
    E164Settings: property e164
    ShopStatus: property status of ShopConfiguration
    Stall: noun of getStall
    StallStatus: property status of Stall
    ");
}

#[test]
fn ids_give_a_verb_and_a_noun_however_they_are_written() {
    let text = api(&[
        (
            "get /domains/{id} domains/get",
            "",
            "{properties: {a: {type: string}}}",
        ),
        (
            "patch /domains/{name} domains/update",
            "{properties: {b: {type: string}}}",
            "",
        ),
        (
            "get /pagination getpagination",
            "",
            "{properties: {c: {type: string}}}",
        ),
        (
            "get /books search_with_filter",
            "",
            "{properties: {d: {type: string}}}",
        ),
        (
            "put /letters mark_letters_as_read",
            "{properties: {e: {type: string}}}",
            "",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Domain: noun of domains/get
    UpdateDomainRequest: request of domains/update
    Pagination: noun of getpagination
    Book: path of search_with_filter
    MarkLettersAsReadRequest: request of mark_letters_as_read
    ");
}

#[test]
fn routes_say_neither_the_edition_of_an_api_nor_what_a_framework_appends() {
    let text = api(&[
        // `null` is no id: the path has the words.
        (
            "get /api/v1/stores/{id} null",
            "",
            "{properties: {a: {type: string}}}",
        ),
        (
            "get /v2/pets read_pet_v2_pets_get",
            "",
            "{properties: {b: {type: string}}}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Store: noun of GET /api/v1/stores/{id}
    Pet: noun of read_pet_v2_pets_get
    ");
}

#[test]
fn classes_and_functions_of_frameworks_are_read_as_people_write_ids() {
    let text = api(&[
        (
            "get /users/{id} UserController_findOne",
            "",
            "{properties: {a: {type: string}}}",
        ),
        (
            "get /pets PetController_findAll",
            "",
            "{type: array, items: {properties: {b: {type: string}}}}",
        ),
        (
            "get /shops/{id} ShopController.findById",
            "",
            "{properties: {c: {type: string}}}",
        ),
        (
            "get /books/{id} Book_GetAsync",
            "",
            "{properties: {d: {type: string}}}",
        ),
        (
            "post /cars create_1",
            "{properties: {e: {type: string}}}",
            "",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    User: noun of UserController_findOne
    Pet: element of PetController_findAll
    Shop: noun of ShopController.findById
    Book: noun of Book_GetAsync
    CreateCarRequest: request of create_1
    ");
}

#[test]
fn what_answers_wrap_in_words_about_the_call_is_what_is_asked_for() {
    let text = api(&[(
        "get /users/{id} getUser",
        "",
        "{properties: {code: {type: integer}, msg: {type: string}, data: {properties: {a: {type: string}}}}}",
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    UserResponse: envelope of getUser
    User: noun of getUser
    ");
}

#[test]
fn who_asks_is_one_of_those_that_there_are() {
    let user = "{properties: {name: {type: string}, role: {properties: {a: {type: string}}}}}";
    let text = api(&[
        ("get /users/me getMe", "", user),
        (
            "get /users listUsers",
            "",
            &format!("{{type: array, items: {user}}}"),
        ),
        ("get /me whoami", "", "{properties: {b: {type: string}}}"),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    User: element of listUsers
    UserRole: property role of User
    Whoami: noun of whoami
    ");
}

#[test]
fn settings_of_everything_need_no_other_word() {
    let settings = "{properties: {theme: {properties: {dark: {type: boolean}}}}}";
    let text = api(&[
        ("get /settings getSettings", "", settings),
        (
            "get /config getConfig",
            "",
            "{properties: {a: {type: string}}}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Settings: noun of getSettings
    Theme: property theme
    Config: noun of getConfig
    ");
}

#[test]
fn a_branch_has_the_shortest_name_that_is_free() {
    let text = api(&[(
        "get /query_points_filters/{id} getQueryPointsFilter",
        "",
        "{oneOf: [{properties: {fusion: {type: string}}}, {properties: {nearest: {type: string}}}]}",
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    QueryPointsFilter: noun of getQueryPointsFilter
    FusionFilter: property fusion of a branch
    NearestFilter: property nearest of a branch
    ");
}

#[test]
fn what_is_wrapped_in_the_plural_of_the_path_is_the_thing_and_the_wrapper_its_list() {
    let user = "{type: object, properties: {name: {type: string}}}";
    let users = format!(
        "{{properties: {{total: {{type: integer}}, users: {{type: array, items: {user}}}}}}}"
    );
    let text = api(&[("get /users getUsers", "", &users)]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    UserList: list of getUsers
    User: element of getUsers
    ");
}

#[test]
fn branches_are_told_apart_by_what_their_values_are() {
    let range = |format: &str| {
        format!(
            "{{properties: {{first: {{type: string, format: {format}}}, last: {{type: string}}}}}}"
        )
    };
    let text = api(&[(
        "get /pool getPool",
        "",
        &format!(
            "{{properties: {{ip_range: {{oneOf: [{}, {}]}}}}}}",
            range("ipv4"),
            range("ipv6")
        ),
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Pool: noun of getPool
    IpRange: property ip_range
    Ipv4Range: values of first of a branch
    Ipv6Range: values of first of a branch
    ");
}

#[test]
fn what_an_alternative_holds_is_not_named_twice() {
    let text = api(&[(
        "get /status getLink",
        "",
        "{properties: {power_state: {oneOf: [{properties: {ok: {properties: {watts: {type: integer}}}}},
            {properties: {err: {type: string}}}]}}}",
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    GetLinkResponse: answer of getLink
    PowerState: property power_state
    OkPowerState: property ok of a branch
    PowerStateDetails: property ok of OkPowerState
    ErrPowerState: property err of a branch
    ");
}

#[test]
fn parts_of_several_kinds_are_named_by_what_they_add() {
    let of = |kind: &str| {
        format!(
            "{{allOf: [{{properties: {{isMask: {{type: boolean}}}}}}, {{properties: {{{kind}: {{type: string}}}}}}]}}"
        )
    };
    let text = api(&[
        ("get /frames/{id} getFrame", "", &of("width")),
        ("get /notes/{id} getNote", "", &of("text")),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Frame: noun of getFrame
    MaskPart: property isMask of a part of several
    Note: noun of getNote
    ");
}

#[test]
fn properties_that_mostly_end_alike_say_what_they_hold() {
    let time = "{properties: {secs: {type: integer}, nanos: {type: integer}}}";
    let text = api(&[(
        "get /runs/{id} getRun",
        "",
        &format!("{{properties: {{step_elapsed: {time}, total_elapsed: {time}, took: {time}}}}}"),
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Run: noun of getRun
    RunElapsed: properties step_elapsed, total_elapsed, took of Run
    ");
}

#[test]
fn what_stands_in_parameters_mostly_is_named_by_them() {
    let range = "{anyOf: [{type: integer}, {type: object, properties: {from: {type: integer}}}]}";
    let list = |path: &str| {
        format!(
            "{path}: {{get: {{parameters: [{{name: created, in: query, schema: {range}}}], responses: {{}}}}}}"
        )
    };
    let text = format!(
        "openapi: 3.1.0\ninfo: {{title: A, version: '1'}}\npaths:\n  {}\n  {}\n  /home: {{get: {{responses: {{200: \
         {{description: ok, content: {{application/json: {{schema: {{properties: {{shut_at: {range}}}}}}}}}}}}}}}}}\n",
        list("/cats"),
        list("/dogs"),
    );
    insta::assert_snapshot!(run(&text, "").names(), @"
    Created: parameter created of GET /cats and another
    FromCreated: property from of a branch
    Home: noun of GET /home
    ");
}

#[test]
fn what_a_webhook_or_callback_sends_is_its_payload() {
    let body = |property: &str| {
        format!(
            "requestBody: {{content: {{application/json: {{schema: {{properties: {{{property}: {{type: string}}}}}}}}}}}}"
        )
    };
    let text = format!(
        "{{openapi: 3.1.0, webhooks: {{newPet: {{post: {{{}}}}}}}, paths: {{/hooks: {{post: {{operationId: addHook,
            callbacks: {{fileDeleted: {{'{{$request.body#/url}}': {{post: {{{}}}}}}}}}}}}}}}}}",
        body("a"),
        body("b")
    );
    insta::assert_snapshot!(run(&text, "").names(), @"
    FileDeletedPayload: payload of POST fileDeleted
    NewPetPayload: payload of POST newPet
    ");
}

#[test]
fn a_value_that_is_a_urn_is_read_from_its_end() {
    let text = api(&[(
        "post /token getToken",
        "{oneOf: [{properties: {grant_type: {const: 'urn:ietf:params:oauth:grant-type:token-exchange'}}},
            {properties: {grant_type: {const: password}}}]}",
        "",
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    GetTokenRequest: request of getToken
    TokenExchange: value of grant_type of a branch
    PasswordToken: value of grant_type of a branch
    ");
}

#[test]
fn two_verbs_are_no_noun() {
    let text = api(&[(
        "put /books updateOrCreateBooks",
        "",
        "{type: array, items: {properties: {a: {type: string}}}}",
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"Book: element of updateOrCreateBooks");
}

#[test]
fn a_path_without_an_id_gives_the_shortest_noun_that_no_other_path_ends_with() {
    let one = |property: &str| format!("{{properties: {{{property}: {{type: string}}}}}}");
    let shops = format!(
        "{{properties: {{shops: {{type: array, items: {}}}}}}}",
        one("b")
    );
    let text = api(&[
        (
            "get /2010-04-01/accounts/{sid}/calls/{id}.json null",
            "",
            &one("a"),
        ),
        ("get /accounts/{sid}/shops{format} null", "", &shops),
        ("get /accounts/{sid}/shops/{id}/desk null", "", &one("c")),
        ("get /accounts/{sid}/desk null", "", &one("d")),
        ("post /accounts/{sid}/shops/{id}/stop null", &one("e"), ""),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Call: noun of GET /2010-04-01/accounts/{sid}/calls/{id}.json
    ShopList: list of GET /accounts/{sid}/shops{format}
    Shop: element of GET /accounts/{sid}/shops{format}
    ShopDesk: noun of GET /accounts/{sid}/shops/{id}/desk
    AccountDesk: noun of GET /accounts/{sid}/desk
    StopShopRequest: request of POST /accounts/{sid}/shops/{id}/stop
    ");
}

#[test]
fn an_element_of_several_is_one() {
    let text = api(&[(
        "get /metrics listMetrics",
        "",
        "{properties: {data: {type: array, items: {properties: {settings: {type: array, items: {properties: {a: {}}}}}}},
            included: {type: array, items: {properties: {b: {}}}}}}",
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    MetricList: list of listMetrics
    Metric: element of listMetrics
    MetricSetting: property settings of Metric
    MetricIncluded: property included of MetricList
    ");
}

#[test]
fn a_participle_is_no_noun() {
    let text = api(&[("get /user getLoggedInUser", "", "{properties: {a: {}}}")]);
    insta::assert_snapshot!(run(&text, "").names(), @"LoggedInUser: noun of getLoggedInUser");
}

#[test]
fn what_a_path_is_about_may_be_called_by_a_word_that_says_little_elsewhere() {
    let text = api(&[
        (
            "get /events/{id} getEvent",
            "",
            "{properties: {status: {properties: {a: {}}}}}",
        ),
        (
            "get /switches listSwitches",
            "",
            "{type: array, items: {properties: {b: {}}}}",
        ),
        (
            "get /ports/{id}/neighbors switch_port_neighbors",
            "",
            "{properties: {c: {}}}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Event: noun of getEvent
    EventStatus: property status of Event
    Switch: element of listSwitches
    SwitchPortNeighbor: noun of switch_port_neighbors
    ");
}

#[test]
fn a_part_of_mostly_one_thing_is_named_by_it_whichever_stands_first() {
    let of = |name: &str| {
        format!(
            "{{properties: {{{name}: {{}}, event: {{properties: {{url: {{}}}}}}, on: {{properties: {{url: {{}}}}}}}}}}"
        )
    };
    let [settings, new, all, own] = ["a", "b", "c", "d"].map(of);
    let operations = [
        ("post /settings updateSettings", settings.as_str(), ""),
        ("post /tenants createTenant", new.as_str(), ""),
        ("get /tenants/{id} showTenant", "", all.as_str()),
        ("get /tenant showCurrentTenant", "", own.as_str()),
    ];
    let mut other = operations;
    other.reverse();
    insta::assert_snapshot!(run(&api(&operations), "").names(), @"
    UpdateSettingsRequest: request of updateSettings
    TenantEvent: properties event, on of what is mostly Tenant
    CreateTenantRequest: request of createTenant
    Tenant: noun of showTenant
    CurrentTenant: noun of showCurrentTenant
    ");
    insta::assert_snapshot!(run(&api(&other), "").names(), @"
    CurrentTenant: noun of showCurrentTenant
    TenantEvent: properties event, on of what is mostly Tenant
    Tenant: noun of showTenant
    CreateTenantRequest: request of createTenant
    UpdateSettingsRequest: request of updateSettings
    ");
}

#[test]
fn what_is_listed_under_the_name_of_the_operation_is_a_list() {
    let item = "{type: object, properties: {id: {type: string}}}";
    let page = |name: &str| {
        format!(
            "{{properties: {{total: {{type: integer}}, {name}: {{type: array, items: {item}}}}}}}"
        )
    };
    let named = |operation: &str, page: &str| run(&api(&[(operation, "", page)]), "").names();
    insta::assert_snapshot!(named("get /queues/{id}/members fetchMembers", &page("queue_members")), @"
    MemberList: list of fetchMembers
    Member: element of fetchMembers
    ");
    insta::assert_snapshot!(named("get /dashboard ListDashboards", &page("dashboards")), @"
    DashboardList: list of ListDashboards
    Dashboard: element of ListDashboards
    ");
    insta::assert_snapshot!(named("get /reports getReportsList", &page("items")), @"
    ReportList: list of getReportsList
    Report: element of getReportsList
    ");
    // No objects are listed, but the operation says that it lists.
    insta::assert_snapshot!(named("get /names listNamespaces", "{properties: {names: {type: array, items: {type: string}}}}"), @"NamespaceList: list of listNamespaces");
}

#[test]
fn what_a_key_retrieves_is_one_thing_whatever_it_is_called() {
    let answer =
        |at: &str| format!("{{properties: {{{at}: {{type: string}}, id: {{type: string}}}}}}");
    let (shared, other) = (answer("text"), answer("name"));
    let text = api(&[
        ("get /queues/{id}/members/front getFront", "", &shared),
        ("get /queues/{id}/members/{id} getMember", "", &shared),
        (
            "get /lists/{id}/credentials/{id} getCredentials",
            "",
            &other,
        ),
        ("get /responses/{id} getResponse", "", &answer("status")),
        ("get /indexes/{id}/settings get_all", "", &answer("limit")),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Member: noun of getFront and another
    Credential: noun of getCredentials
    Response: noun of getResponse
    IndexSettings: noun of get_all
    ");
}

#[test]
fn what_is_answered_to_many_things_is_named_by_none_of_them() {
    let info = "{properties: {taskUid: {type: integer}, status: {type: string}}}";
    let text = api(&[
        ("post /dumps create_dump", "", info),
        ("post /indexes create_index", "", info),
        ("post /keys create_key", "", info),
        ("post /documents add_documents", "", info),
        (
            "delete /files/{id} deleteFile",
            "",
            "{properties: {id: {type: string}, gone: {type: boolean}}}",
        ),
        (
            "post /settings update_properties",
            "",
            "{properties: {updated: {type: integer}, missing: {type: integer}}}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    TaskInfo: answer of create_dump and 3 others
    DeleteFileResponse: answer of deleteFile
    UpdatePropertiesResponse: answer of update_properties
    ");
}

#[test]
fn ids_of_groups_and_ids_without_spaces_are_read_with_what_the_path_says() {
    let body = |at: &str| format!("{{properties: {{{at}: {{type: string}}}}}}");
    let text = api(&[
        ("post /emails/{id}/share emails/share", &body("a"), ""),
        ("get /emails/metrics emails/metrics", "", &body("b")),
        (
            "post /accounts/{id}/api_keys CreateanAPIkeyforaserviceaccount",
            &body("c"),
            "",
        ),
        ("post /search search_with_post", &body("d"), ""),
        ("get /usage/cws GetUsageCWS", "", &body("e")),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    ShareEmailRequest: request of emails/share
    EmailMetrics: noun of emails/metrics
    CreateApiKeyRequest: request of CreateanAPIkeyforaserviceaccount
    SearchRequest: request of search_with_post
    UsageCws: noun of GetUsageCWS
    ");
}

#[test]
fn a_property_in_the_plural_or_for_how_a_thing_is_says_whose_it_is() {
    let part = |at: &str| format!("{{properties: {{{at}: {{type: string}}}}}}");
    let text = api(&[(
        "get /import getImport",
        "",
        &format!(
            "{{properties: {{counts: {}, static: {}, owner: {}}}}}",
            part("a"),
            part("b"),
            part("c")
        ),
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Import: noun of getImport
    ImportCounts: property counts of Import
    ImportStatic: property static of Import
    Owner: property owner
    ");
}

#[test]
fn a_branch_is_named_by_what_others_lack() {
    let fill =
        |at: &str| format!("{{properties: {{type: {{type: string}}, {at}: {{type: string}}}}}}");
    let text = api(&[(
        "get /fill getFill",
        "",
        &format!("{{oneOf: [{}, {}]}}", fill("gradient"), fill("image")),
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Fill: noun of getFill
    GradientFill: property gradient of a branch
    ImageFill: property image of a branch
    ");
}

#[test]
fn an_error_in_an_error_is_its_details() {
    let details = "{properties: {code: {type: string}}}";
    let error = format!("{{properties: {{error: {details}}}}}");
    let with = |path: &str, answer: &str| {
        format!(
            "{path}: {{get: {{operationId: get{path}, responses: {{default: {{content: {{application/json: {{schema: {answer}}}}}}}}}}}}}"
        )
    };
    let paths = [
        ("a", &*error),
        ("b", &error),
        ("c", details),
        ("d", details),
    ];
    let paths: Vec<String> = paths.iter().map(|it| with(it.0, it.1)).collect();
    let text = format!("{{openapi: 3.1.0, paths: {{{}}}}}", paths.join(", "));
    insta::assert_snapshot!(run(&text, "").names(), @"
    Error: error of geta and another
    ErrorDetails: property error of Error
    ");
}

#[test]
fn an_error_of_one_operation_is_what_its_error_holds() {
    let with = |path: &str, status: &str, member: &str| {
        format!(
            "{path}: {{get: {{operationId: get{path}, responses: {{{status}: {{content: {{application/json: {{schema: {{properties: {{{member}: {{type: string}}}}}}}}}}}}}}}}}}"
        )
    };
    let paths = [
        with("A", "default", "a"),
        with("B", "4XX", "b"),
        with("C", "'418'", "c"),
        with("D", "'404'", "d"),
    ];
    let text = format!("{{openapi: 3.1.0, paths: {{{}}}}}", paths.join(", "));
    insta::assert_snapshot!(run(&text, "").names(), @"
    GetAErrorBody: error of getA
    GetBErrorBody: error of getB
    GetCErrorBody: error of getC
    NotFoundError: error of getD
    ");
}

#[test]
fn a_part_of_what_has_no_name_is_named_by_the_whole() {
    let caption = "{type: object, properties: {status: {type: string, enum: [ready, failed]}, id: {type: string}}}";
    let text = api(&[(
        "post /captions create_caption",
        "",
        &format!(
            "{{allOf: [{{properties: {{success: {{type: boolean}}}}}}, {{properties: {{content: {{type: array, items: {caption}}}}}}}]}}"
        ),
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    CreatedCaption: answer of create_caption
    CreatedCaptionContent: property content of CreatedCaption
    ");
}

#[test]
fn what_contains_itself_has_a_name_when_all_words_are_used_up() {
    let one = |at: usize| {
        let schema = format!(
            "#/paths/~1pets~1{{a{at}}}/get/responses/200/content/application~1json/schema/items"
        );
        format!(
            "{{type: array, items: {{properties: {{self: {{$ref: '{schema}'}}}}, minProperties: {at}}}}}"
        )
    };
    let operations: Vec<(String, String)> = (0..80)
        .map(|at| (format!("get /pets/{{a{at}}} getPet"), one(at)))
        .collect();
    let operations: Vec<(&str, &str, &str)> = operations
        .iter()
        .map(|(operation, answer)| (&**operation, "", &**answer))
        .collect();
    let outcome = run(&api(&operations), "");
    assert_eq!(outcome.names().lines().count(), 80);
    assert!(
        outcome.names().contains("RecursiveDb: "),
        "{}",
        outcome.names()
    );
    assert!(!outcome.schemas().contains("#/paths/"));
}

#[test]
fn what_is_answered_in_an_envelope_has_the_noun() {
    let zone = "{properties: {id: {type: string}, name: {type: string}}}";
    let text = api(&[
        (
            "get /zones/{id} getZone",
            "",
            &format!("{{properties: {{success: {{type: boolean}}, result: {zone}}}}}"),
        ),
        (
            "get /zones listZones",
            "",
            &format!(
                "{{allOf: [{{properties: {{success: {{type: boolean}}, errors: {{}}}}}}, {{properties: {{result: {{type: array, items: {zone}}}}}}}]}}"
            ),
        ),
        (
            "post /zones/validate validateZones",
            "",
            "{properties: {success: {type: boolean}, result: {properties: {hits: {}}}}}",
        ),
        (
            "get /plan getPlan",
            "",
            "{properties: {name: {type: string}, result: {properties: {price: {}}}}}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    ZoneResponse: envelope of getZone
    Zone: noun of getZone
    ZoneList: list of listZones
    ValidateZonesResponse: envelope of validateZones
    ValidateZonesResult: answer of validateZones
    Plan: noun of getPlan
    PlanResult: property result of Plan
    ");
}

#[test]
fn an_error_of_many_is_not_called_like_the_first_of_them() {
    let failing = |path: &str, id: &str, status: &str, schema: &str| {
        format!(
            "'{path}': {{get: {{operationId: {id}, responses: {{'{status}': {{content: {{application/json: {{schema: {schema}}}}}}}}}}}}}, "
        )
    };
    let error = "{properties: {code: {type: integer}, message: {type: string}}}";
    let with_errors = "{properties: {code: {type: integer}, errors: {type: array}}}";
    let of_radar = "{properties: {why: {type: string}, trace: {type: string}}}";
    let text = [
        failing("/a", "getPet", "400", error),
        failing("/b", "listHomes", "404", error),
        failing("/c", "findShop", "400", with_errors),
        failing("/d", "listGuests", "404", with_errors),
        failing("/e", "radar_get_bots", "404", of_radar),
        failing("/f", "radar_get_routes", "404", of_radar),
        failing("/g", "radar_get_attacks", "400", of_radar),
    ];
    let text = format!("{{openapi: 3.1.0, paths: {{{}}}}}", text.concat());
    insta::assert_snapshot!(run(&text, "").names(), @"
    Error: error of getPet and another
    ErrorWithErrors: error of findShop and another, with errors
    RadarError: error of radar_get_bots and 2 others
    ");
}

#[test]
fn what_is_answered_in_an_envelope_that_is_named_for_it_has_the_noun() {
    let droplet = "{properties: {id: {type: integer}, name: {type: string}}}";
    let text = api(&[
        (
            "get /droplets/{id} droplets_get",
            "",
            &format!("{{properties: {{droplet: {droplet}, links: {{}}}}}}"),
        ),
        (
            "get /droplets droplets_list",
            "",
            &format!(
                "{{allOf: [{{properties: {{droplets: {{type: array, items: {droplet}}}}}}}, {{properties: {{meta: {{}}}}}}]}}"
            ),
        ),
        (
            "get /databases/{id} databases_get_cluster",
            "",
            "{properties: {database: {properties: {engine: {}, size: {}}}}}",
        ),
        (
            "get /kubernetes/clusters/{id} kubernetes_get_cluster",
            "",
            "{properties: {kubernetes_cluster: {properties: {version: {}, size: {}}}}}",
        ),
        (
            "get /registry/options registry_get_options",
            "",
            "{properties: {options: {properties: {tiers: {}}}}}",
        ),
        (
            "get /load_balancers/{id} loadBalancers_get",
            "",
            "{properties: {load_balancer: {properties: {ip: {}}}}}",
        ),
        (
            "post /domains createOrTransferDomain",
            "",
            "{properties: {domain: {properties: {zone: {}, ttl: {}}}}}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    DropletsGetResponse: envelope of droplets_get
    Droplet: noun of droplets_get
    DropletList: list of droplets_list
    DatabasesGetClusterResponse: envelope of databases_get_cluster
    Cluster: noun of databases_get_cluster
    KubernetesGetClusterResponse: envelope of kubernetes_get_cluster
    KubernetesCluster: property kubernetes_cluster of what is answered
    RegistryGetOptionsResponse: answer of registry_get_options
    RegistryGetOptions: property options of RegistryGetOptionsResponse
    LoadBalancersGetResponse: envelope of loadBalancers_get
    LoadBalancer: noun of loadBalancers_get
    CreateOrTransferDomainResponse: envelope of createOrTransferDomain
    Domain: property domain of what is answered
    ");
}

#[test]
fn what_is_listed_with_one_more_thing_says_so() {
    let text = api(&[
        (
            "get /alerts listAlerts",
            "",
            "{type: array, items: {properties: {id: {}, state: {enum: [open, fixed]}, repository: {properties: {url: {}}}}}}",
        ),
        (
            "get /alerts/{id} showAlert",
            "",
            "{properties: {id: {}, state: {enum: [open, fixed]}}}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    AlertWithRepository: what listAlerts answers
    AlertState: property state of every Alert
    Repository: property repository
    Alert: noun of showAlert
    ");
}

#[test]
fn parts_of_what_is_listed_beside_the_thing_itself_are_parts_of_the_thing() {
    let text = api(&[
        (
            "get /alerts listSiteAlerts",
            "",
            "{type: array, items: {properties: {rule: {properties: {id: {}}}, tags: {}}}}",
        ),
        (
            "get /alerts/{id} showSiteAlert",
            "",
            "{properties: {id: {}, state: {}}}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    SiteAlertEntry: what listSiteAlerts answers
    SiteAlertRule: property rule of SiteAlertEntry
    SiteAlert: noun of showSiteAlert
    ");
}

#[test]
fn the_items_of_a_stream_and_the_operations_of_other_methods_have_components_too() {
    let event = "{type: object, properties: {id: {type: string}, at: {type: string}}}";
    let answer = |media: &str, member: &str| {
        format!(
            "responses: {{200: {{description: ok, content: {{{media}: {{{member}: {event}}}}}}}}}"
        )
    };
    let text = format!(
        "openapi: 3.2.0\ninfo: {{title: A, version: '1'}}\npaths:\n  /events:\n    get: {{operationId: watchEvents, {}}}\n    \
         additionalOperations: {{LATEST: {{operationId: latestEvent, {}}}}}\n",
        answer("application/jsonl", "itemSchema"),
        answer("application/json", "schema"),
    );
    let found = run(&text, "");
    insta::assert_snapshot!(found.names(), @"WatchEvent: noun of watchEvents");
    let references = format!("{:?}", found.document).matches("$ref").count();
    assert_eq!(references, 2);
}

#[test]
fn where_a_noun_is_another_schema_the_group_of_the_operation_says_whose_it_is() {
    let of = |it: &str| format!("{{properties: {{id: {{}}, {it}: {{}}}}}}");
    let text = api(&[
        ("get /users/{id} getUser", "", &of("a")),
        ("get /public/users/{id} publicGetUser", "", &of("b")),
        ("get /a/users/{id} fetchUser", "", &of("c")),
        ("get /b/users/{id} loadUser", "", &of("d")),
        ("get /c/users/{id} kubernetesGetUser", "", &of("e")),
    ]);
    let tagged =
        |text: &str, id: &str, tag: &str| text.replace(id, &format!("{id}, tags: [{tag}]"));
    let text = tagged(&text, "fetchUser", "Admin");
    // One that says nothing new is none.
    let text = tagged(&text, "loadUser", "Users");
    insta::assert_snapshot!(run(&text, "").names(), @"
    User: noun of getUser
    PublicUser: group and noun of publicGetUser
    AdminUser: tag and noun of fetchUser
    LoadUserResponse: answer of loadUser
    KubernetesUser: group and noun of kubernetesGetUser
    ");
}

#[test]
fn what_several_operations_take_or_answer_is_named_by_what_all_have_in_common() {
    let user = "{properties: {email: {type: string}, password: {type: string}}}";
    let removed = "{properties: {affected: {type: integer}}}";
    let session = "{properties: {token: {type: string}}}";
    let text = api(&[
        ("post /users createUser", user, ""),
        ("post /auth/login logIn", user, session),
        ("post /auth/refresh refreshToken", "", session),
        ("delete /users/{id} UserController_remove", "", removed),
        ("delete /posts/{id} PostController_remove", "", removed),
        (
            "get /home getHome",
            "",
            "{properties: {street: {}, city: {}}}",
        ),
        (
            "get /office getOffice",
            "",
            "{properties: {street: {}, city: {}}}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    EmailPasswordRequest: request of createUser and another
    AuthResponse: answer of logIn and another
    RemoveResponse: answer of UserController_remove and another
    StreetCityResponse: answer of getHome and another
    ");
}

#[test]
fn whose_a_thing_is_is_said_where_that_is_so_of_all_that_read_it() {
    let policy = "{properties: {roles: {type: string}, n: {type: string}}}";
    let text = api(&[
        (
            "get /system/policy view_system_policy",
            "",
            "{properties: {roles: {type: string}}}",
        ),
        (
            "get /policies/{id} view_policy",
            "",
            "{properties: {id: {}, x: {}}}",
        ),
        ("get /silo/policy silo_view_policy", "", policy),
        ("get /project/policy project_view_policy", "", policy),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    SystemPolicy: noun of view_system_policy
    Policy: noun of view_policy
    ViewPolicyResponse: answer of silo_view_policy and another
    ");
}

#[test]
fn what_properties_hold_that_are_called_differently_is_named_by_what_it_has() {
    let address = "{properties: {street: {type: string}, city: {type: string}}}";
    let cell = "{properties: {a: {type: string}, b: {type: string}, c: {type: string}, d: {type: string}}}";
    let text = api(&[(
        "get /users/{id} getUser",
        "",
        &format!(
            "{{properties: {{home: {address}, work: {address}, billing: {address},
                left: {cell}, right: {cell}, value: {{enum: [on, off, idle, gone]}}, mood: {{enum: [on, off, idle, gone]}}}}}}"
        ),
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    User: noun of getUser
    UserStreetCity: properties home, work, billing of User
    UserLeftOrRight: properties left, right of User
    UserMood: properties value, mood of User
    ");
}

#[test]
fn a_part_of_things_that_have_nothing_in_common_is_called_by_none_of_them() {
    let kind = "{enum: [small, large]}";
    let other = "{enum: [small, large, huge]}";
    let of = |kind: &str| format!("{{properties: {{kind: {kind}, a: {{}}}}}}");
    let text = api(&[
        ("get /shops/{id} getShop", "", &of(kind)),
        ("get /trees/{id} getTree", "", &of(kind).replace("a:", "b:")),
        ("get /cars/{id} getCar", "", &of(other).replace("a:", "c:")),
        ("get /hats/{id} getHat", "", &of(other).replace("a:", "d:")),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Shop: noun of getShop
    Kind: property kind of Shop and another
    Tree: noun of getTree
    Car: noun of getCar
    KindWithHuge: property kind of Car and another, with huge
    Hat: noun of getHat
    ");
}

#[test]
fn what_a_parameter_takes_and_a_form_holds_is_called_by_neither() {
    let text = "{openapi: 3.1.0, paths: {
        /search: {get: {operationId: search, parameters: [{name: filter, in: query, schema: {type: object, properties: {a: {type: string}, b: {type: string}}}}], responses: {}}},
        /audio: {post: {operationId: addAudio, requestBody: {content: {multipart/form-data: {schema: {type: object, properties:
            {meta: {type: object, properties: {a: {type: string}, b: {type: string}}}, file: {type: string}}}}}}, responses: {}}}}}";
    insta::assert_snapshot!(run(text, "").names(), @"
    Filter: properties filter, meta of search and another
    AddAudioRequest: request of addAudio
    ");
}

#[test]
fn what_is_made_and_stands_in_other_things_is_no_request() {
    let address = "{properties: {street: {type: string}, city: {type: string}}}";
    let text = api(&[
        ("post /addresses createAddress", address, ""),
        (
            "get /users/{id} getUser",
            "",
            &format!("{{properties: {{home: {address}, name: {{}}}}}}"),
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Address: noun of createAddress
    User: noun of getUser
    ");
}

#[test]
fn what_is_counted_is_named_in_words() {
    let part = |at: &str| format!("{{properties: {{{at}: {{type: string}}, x: {{}}}}}}");
    let text = api(&[(
        "get /setup getSetup",
        "",
        &format!(
            "{{properties: {{step1: {}, step2: {}, ipv4: {}}}}}",
            part("a"),
            part("b"),
            part("c")
        ),
    )]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    Setup: noun of getSetup
    FirstStep: property step1
    SecondStep: property step2
    Ipv4Settings: property ipv4
    ");
}

#[test]
fn what_is_done_to_one_kind_of_thing_is_named_by_the_thing() {
    let sum = "{properties: {amount: {type: integer}, currency: {type: string}}}";
    let text = api(&[
        ("post /accounts/{id}/deposit null", sum, ""),
        ("post /accounts/{id}/withdrawal null", sum, ""),
        ("get /cards/{id} getCard", "", "{properties: {a: {}}}"),
        (
            "get /dag_runs get_dag_runs",
            "",
            "{type: array, items: {properties: {b: {}}}}",
        ),
        (
            "post /dag_runs/list get_dag_runs_batch",
            "",
            "{type: array, items: {properties: {b: {}}}}",
        ),
    ]);
    insta::assert_snapshot!(run(&text, "").names(), @"
    AccountRequest: request of POST /accounts/{id}/deposit and another
    Card: noun of getCard
    DagRun: element of get_dag_runs and another
    ");
}

#[test]
fn ids_that_exporters_count_say_the_verb_and_the_path_says_what_of() {
    let page = |of: &str| {
        format!(
            "{{properties: {{content: {{type: array, items: {of}}}, totalElements: {{}}, totalPages: {{}}}}}}"
        )
    };
    let [customer, product] =
        ["name", "sku"].map(|it| format!("{{properties: {{id: {{}}, {it}: {{}}}}}}"));
    for (all, one) in [
        ("findAll", "findById"),
        ("getAll", "getById"),
        ("list", "get"),
    ] {
        for end in ["_1", "1"] {
            let ids = [
                format!("get /api/customers {all}"),
                format!("get /api/customers/{{id}} {one}"),
                format!("get /api/products {all}{end}"),
                format!("get /api/products/{{id}} {one}{end}"),
                format!("put /api/coupons/{{id}} updateById{end}"),
            ];
            let [customers, products] = [page(&customer), page(&product)];
            let mut operations = [
                (&*ids[0], "", &*customers),
                (&*ids[1], "", &*customer),
                (&*ids[2], "", &*products),
                (&*ids[3], "", &*product),
                (&*ids[4], "{properties: {sku: {}}}", ""),
            ];
            let mut names = |turned: usize| {
                operations.rotate_left(turned);
                let found = run(&api(&operations), "");
                let schemas = found.document.pointer("/components/schemas");
                let schemas = schemas.and_then(Node::as_object).into_iter();
                let mut names: Vec<_> = schemas
                    .flat_map(|it| it.iter())
                    .map(|it| it.key.text.to_string())
                    .collect();
                names.sort();
                names.join(" ")
            };
            assert_eq!(
                names(0),
                "Customer CustomerList Product ProductList UpdateCouponByIdRequest"
            );
            assert_eq!(names(2), names(0));
        }
    }
}

#[test]
fn what_else_is_answered_has_a_say_where_no_path_is_about_what_is_read() {
    let names = |operations: &[&str]| {
        let answer = "{properties: {url: {}, size: {}}}";
        let all: Vec<_> = operations.iter().map(|it| (*it, "", answer)).collect();
        run(&api(&all), "").names()
    };
    let of_two = names(&[
        "post /users/query queryUsers",
        "post /posts/import importPosts",
    ]);
    insta::assert_snapshot!(of_two, @"UrlSizeResponse: answer of queryUsers and another");
    let of_job = names(&[
        "get /users/export exportUsers",
        "post /posts/import importPosts",
    ]);
    insta::assert_snapshot!(of_job, @"UrlSizeResponse: answer of exportUsers and another");
    let of_export = names(&["get /users/export exportUsers"]);
    insta::assert_snapshot!(of_export, @"ExportUsersResponse: answer of exportUsers");
    let of_one = names(&["get /users/{id} getUser", "post /login logIn"]);
    insta::assert_snapshot!(of_one, @"User: noun of getUser");
}

#[test]
fn the_settings_of_several_things_are_settings_and_those_of_one_are_its_own() {
    let settings = "{properties: {theme: {}, locale: {}}}";
    let of_two = api(&[
        ("get /zones/{id}/settings getZoneSettings", "", settings),
        (
            "put /zone/{id}/settings setZoneSettings",
            settings,
            settings,
        ),
        (
            "get /accounts/{id}/settings getAccountSettings",
            "",
            settings,
        ),
    ]);
    insta::assert_snapshot!(run(&of_two, "").names(), @"Settings: noun of getZoneSettings and another");
    let of_one = api(&[
        ("get /zones/{id}/settings getSettings", "", settings),
        ("put /zone/{id}/settings setSettings", settings, settings),
        ("get /zones/{id} getZone", "", "{properties: {name: {}}}"),
    ]);
    insta::assert_snapshot!(run(&of_one, "").names(), @"
    ZoneSettings: path of getSettings
    Zone: noun of getZone
    ");
}
