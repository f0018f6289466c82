//! One of several alternatives: told apart when it is read, and sent as what it is.

use crate::keeper::{Keeper, client, serve};
use crate::zoo::models::{
    Animal, Cat, Dog, Meal, MealAmount, MealBread, MealCost, MealDrink, MealFood, MealFoodLeaves,
    MealFoodMeat, MealGlass, MealLevel, MealPlate, MealSort, MealSpice, MealTool, ReplaceAnimalId,
    ReplaceAnimalNear, Stars,
};
use crate::zoo::operations::ReplaceAnimal;
use crate::zoo::runtime::codec::{Json, Raw, decode, encode, salvage};
use std::collections::BTreeMap;

/// What a text is read as, and what that is written as.
fn both_ways<T: Json + std::fmt::Debug>(text: &str) -> (String, String) {
    let value: T = decode(text.as_bytes()).unwrap_or_else(|faults| panic!("{text}: {faults}"));
    let written = String::from_utf8(encode(&value)).expect("text");
    (format!("{value:?}"), written)
}

#[test]
fn a_member_names_the_alternative() {
    let cases = [
        (
            r#"{"lives":9,"kind":"cat"}"#,
            "Cat(Cat",
            r#"{"kind":"cat","lives":9}"#,
        ),
        (
            r#"{"kind":"kitten","lives":9}"#,
            "Cat(Cat",
            r#"{"kind":"kitten","lives":9}"#,
        ),
        (r#"{"kind":"dog"}"#, "Dog(Dog", r#"{"kind":"dog"}"#),
        (r#"{"kind":"fish"}"#, "Fish", r#"{"kind":"fish"}"#),
        (
            r#"{"kind":"bird","wings":2}"#,
            "Unknown(",
            r#"{"kind":"bird","wings":2}"#,
        ),
        (
            r#"{"kind":"dog","friend":{"kind":"fish"}}"#,
            "Dog(Dog { friend: Some(Fish) })",
            r#"{"kind":"dog","friend":{"kind":"fish"}}"#,
        ),
    ];
    for (text, debug, again) in cases {
        let (value, written) = both_ways::<Animal>(text);
        assert!(value.starts_with(debug), "{value}");
        assert_eq!(written, again);
    }
}

#[test]
fn what_may_be_null_is_set_by_a_value_or_by_none() {
    let meal = || Meal::new(MealFood::Text("ok".to_owned()), MealAmount::Integer(7));
    let sent = |it: &Meal| String::from_utf8(encode(it)).expect("text");
    assert!(sent(&meal().more(None)).contains(r#""more":null"#));
    assert_eq!(meal().more(meal()), meal().more(Some(meal())));
    assert!(!sent(&meal()).contains("more"));
}

#[test]
fn what_names_an_alternative_may_be_unknown_to_it() {
    let cases = [
        (
            r#"{"prongs":3,"kind":"Fork"}"#,
            "Fork(Fork",
            r#"{"kind":"Fork","prongs":3}"#,
        ),
        (r#"{"kind":"Fork"}"#, "Fork(Fork", r#"{"kind":"Fork"}"#),
        (
            r#"{"prongs":3}"#,
            "Fork(Fork",
            r#"{"kind":"Fork","prongs":3}"#,
        ),
        (
            r#"{"size":3}"#,
            "Spoon(Spoon",
            r#"{"size":3,"kind":"spoon"}"#,
        ),
        (r#"{"kind":"knife"}"#, "Unknown(", r#"{"kind":"knife"}"#),
    ];
    for (text, debug, again) in cases {
        let (value, written) = both_ways::<MealTool>(text);
        assert!(value.starts_with(debug), "{value}");
        assert_eq!(written, again);
    }
    // A server minds what a closed object does not allow, and nothing but that.
    let faults = |tool: &str| {
        let meal = format!(r#"{{"food":"ok","amount":1,"tool":{tool}}}"#);
        salvage::<Meal>(meal.as_bytes()).1.map(|it| it.to_string())
    };
    assert_eq!(faults(r#"{"kind":"Fork","prongs":3}"#), None);
    assert_eq!(
        faults(r#"{"kind":"Fork","size":3}"#).as_deref(),
        Some("/tool/size: is not a member of this object")
    );
}

#[test]
fn a_number_or_a_boolean_names_the_alternative() {
    for (text, debug) in [
        (r#"{"no":1,"rim":true}"#, "Flat("),
        (r#"{"no":2,"rim":true}"#, "Bowl("),
        (r#"{"no":3}"#, "Unknown("),
    ] {
        let (value, written) = both_ways::<MealPlate>(text);
        assert!(value.starts_with(debug), "{value}");
        assert_eq!(written, text);
    }
    for (text, debug) in [
        (r#"{"stem":true}"#, "Tall("),
        (r#"{"stem":false,"wide":3}"#, "Short("),
    ] {
        let (value, written) = both_ways::<MealGlass>(text);
        assert!(value.starts_with(debug), "{value}");
        assert_eq!(written, text);
    }
    // Whatever the value says, its alternative's name is written.
    let flat = MealPlate::Flat(crate::zoo::models::Flat::new(7));
    assert_eq!(encode(&flat), br#"{"no":1}"#);
}

#[test]
fn what_no_name_means_is_the_default() {
    for (text, debug) in [
        (r#"{"kind":"tea","green":true}"#, "Tea("),
        (r#"{"kind":"Drink","cold":true}"#, "Drink("),
        (r#"{"kind":"juice","cold":true}"#, "Drink("),
        (r#"{"cold":false}"#, "Drink("),
    ] {
        let (value, written) = both_ways::<MealDrink>(text);
        assert!(value.starts_with(debug), "{value}");
        assert_eq!(written, text);
    }
}

#[test]
fn the_name_of_a_component_is_a_hint() {
    for (text, debug) in [
        (r#"{"type":"Pepper"}"#, "Pepper("),
        (r#"{"type":"Salt"}"#, "Salt("),
        (r#"{"black":true,"type":"p"}"#, "Pepper("),
        (r#"{"fine":true,"type":"s"}"#, "Salt("),
    ] {
        let (value, written) = both_ways::<MealSpice>(text);
        assert!(value.starts_with(debug), "{value}");
        assert_eq!(written, text);
    }
}

#[test]
fn members_of_several_patterns_are_alternatives() {
    let meal = r#"{"food":"ok","amount":1,"marks":{"a1":7,"b1":"x"}}"#;
    let (value, written) = both_ways::<Meal>(meal);
    assert!(
        value.contains(r#"{"a1": Integer(7), "b1": Text("x")}"#),
        "{value}"
    );
    assert_eq!(written, meal);
}

#[test]
fn members_that_no_pattern_speaks_of_are_kept_as_they_are() {
    let notes = r#"{"at-noon":"2024-05-01T12:00:00Z","by-cook":{"name":"Ann"},"is-it":"hot","other":"noon","others":{"count":1},"why":"cold?"}"#;
    let meal = format!(r#"{{"food":"ok","amount":1,"notes":{notes}}}"#);
    let (value, written) = both_ways::<Meal>(&meal);
    assert_eq!(written, meal);
    for known in [
        "DateTime(2024-05-01T12:00:00Z)",
        "Object(MealNotesValueObject { name: \"Ann\" })",
        "Value(Hot)",
        r#"Unknown(Raw("\"noon\""))"#,
        r#"Unknown(Raw("{\"count\":1}"))"#,
    ] {
        assert!(value.contains(known), "{known} in {value}");
    }
}

#[test]
fn shapes_tell_alternatives_apart() {
    let cases = [
        ("\"2026-01-31\"", "Date("),
        ("\"fish\"", "Text(\"fish\")"),
        ("[\"a\"]", "TextList([\"a\"])"),
        (
            "{\"tree\":\"oak\"}",
            "Leaves(MealFoodLeaves { tree: \"oak\" })",
        ),
        (
            "{\"cut\":\"rib\",\"grams\":5}",
            "Meat(MealFoodMeat { grams: 5, cut: Some(\"rib\") })",
        ),
        ("{\"salt\":5}", "Map({\"salt\": 5})"),
        ("{}", "Map({})"),
        ("7", "Unknown("),
        ("null", "Unknown("),
    ];
    for (text, expected) in cases {
        let (value, written) = both_ways::<MealFood>(text);
        assert!(value.starts_with(expected), "{value}");
        if !text.contains("cut") {
            assert_eq!(written, text);
        }
    }
}

#[test]
fn what_stands_in_members_tells_alternatives_apart() {
    let cases = [
        (r#"{"dough":{"hours":1,"kind":"rye"}}"#, "Loaf("),
        (r#"{"dough":{"hours":1,"kind":"wheat"}}"#, "Roll("),
        (r#"{"dough":["a"],"thin":true}"#, "Slices("),
        (r#"{"dough":["a"],"fine":true}"#, "Crumbs("),
        (r#"{"dough":[{}]}"#, "Flour("),
        // What nobody has foreseen is the first that it could be.
        (r#"{"dough":{"hours":1,"kind":"spelt"}}"#, "Loaf("),
    ];
    for (text, expected) in cases {
        let (value, _) = both_ways::<MealBread>(text);
        assert!(value.starts_with(expected), "{text}: {value}");
    }
}

#[test]
fn integers_that_are_named_tell_alternatives_apart() {
    let cases = [
        (r#"{"type":1}"#, "Raw(MealSortRaw)"),
        (
            r#"{"type":3,"hours":7}"#,
            "Cooked(MealSortCooked { type: Value3, hours: Some(7) })",
        ),
        (r#"{"type":4}"#, "Unknown("),
    ];
    for (text, expected) in cases {
        let (value, back) = both_ways::<MealSort>(text);
        assert!(value.starts_with(expected), "{text}: {value}");
        assert_eq!(back, text);
    }
}

#[tokio::test]
async fn integers_that_are_named_travel_by_name() {
    assert_eq!(both_ways::<Stars>("2").0, "Good");
    assert_eq!(
        both_ways::<Stars>("9"),
        ("Unknown(9)".into(), "9".to_owned())
    );
    let keeper = Keeper::default();
    let client = client(keeper.clone()).await;
    let call = client.replace_animal(ReplaceAnimalId::Integer(7), Animal::Fish);
    call.stars(Stars::Best).await.expect("an answer");
    assert_eq!(
        keeper.seen.lock().expect("no panic")[0].stars,
        Some(Stars::Best)
    );
    let address = serve(Keeper::default()).await;
    let body = r#"{"food":"ok","amount":1,"stars":9}"#;
    let answer = post(&format!("{address}/meals"), "POST", body).await;
    assert!(answer.contains("/body/stars"), "{answer}");
    assert!(answer.contains("is not one of 1, 2, 3"), "{answer}");
}

#[test]
fn null_of_an_alternative_is_null() {
    let meal = r#"{"food":"fish","amount":1,"guest":null}"#;
    let (value, written) = both_ways::<Meal>(meal);
    assert!(value.contains("guest: Some(None)"), "{value}");
    assert_eq!(written, meal);
}

#[test]
fn scalars_and_lists_are_told_apart_by_their_kind() {
    let amounts = [
        ("7", "Integer(7)"),
        ("1.0", "Integer(1)"),
        ("\"7\"", "Text(\"7\")"),
        ("true", "Boolean(true)"),
        ("1.5", "Unknown("),
    ];
    for (text, expected) in amounts {
        let (value, _) = both_ways::<MealAmount>(text);
        assert!(value.starts_with(expected), "{value}");
    }
    let costs = [
        ("7", "Number(7.0)"),
        ("[1]", "IntegerList([1])"),
        ("[\"a\"]", "TextList([\"a\"])"),
        ("[]", "IntegerList([])"),
    ];
    for (text, expected) in costs {
        assert_eq!(both_ways::<MealCost>(text).0, expected);
    }
}

#[test]
fn named_strings_among_any_are_an_open_enum() {
    assert_eq!(both_ways::<MealLevel>("\"low\"").0, "Low");
    assert_eq!(both_ways::<MealLevel>("\"odd\"").0, "Unknown(\"odd\")");
}

#[test]
fn a_value_converts_into_its_union() {
    assert_eq!(
        MealFood::from("x".to_owned()),
        MealFood::Text("x".to_owned())
    );
    assert!(matches!(Animal::from(Dog::default()), Animal::Dog(_)));
    assert!(matches!(
        MealFood::from(MealFoodLeaves::new("oak")),
        MealFood::Leaves(_)
    ));
    assert!(matches!(
        MealFood::from(MealFoodMeat::new(5)),
        MealFood::Meat(_)
    ));
}

#[test]
fn the_right_alternative_tells_its_faults() {
    let faults = decode::<Animal>(br#"{"kind":"cat"}"#).expect_err("no lives");
    assert_eq!(faults.to_string(), "/lives: is required");
    let faults = decode::<Meal>(br#"{"food":{"grams":"x"},"amount":1}"#).expect_err("no number");
    assert_eq!(
        faults.to_string(),
        "/food/grams: expected an integer, found a string"
    );
}

#[tokio::test]
async fn unions_travel_as_parameters_and_bodies() {
    let keeper = Keeper::default();
    let client = client(keeper.clone()).await;
    let animal = Animal::from(Cat::new("cat", 9));
    let back = client
        .replace_animal(ReplaceAnimalId::Integer(7), animal.clone())
        .near(ReplaceAnimalNear::Boolean(true))
        .await
        .expect("an answer");
    assert_eq!(back.into_inner(), animal);
    let mut text = ReplaceAnimal::new(ReplaceAnimalId::Text("7b/c".into()), Animal::Fish);
    text.near = Some(ReplaceAnimalNear::Value("river".into()));
    let back = client.call(text.clone()).await.expect("an answer");
    assert_eq!(back.into_inner(), Animal::Fish);
    let seen = keeper.seen.lock().expect("no panic");
    assert_eq!(seen[0].id, ReplaceAnimalId::Integer(7));
    assert_eq!(seen[1], text);
}

#[test]
fn a_list_with_a_type_for_each_place_comes_back_as_long_as_it_was() {
    for triple in ["[1]", "[1,null]", r#"[1,"a"]"#, "[1,null,true]"] {
        let text = format!(r#"{{"food":"ok","amount":1,"triple":{triple}}}"#);
        assert_eq!(both_ways::<Meal>(&text).1, text);
    }
}

#[tokio::test]
async fn a_server_refuses_what_is_no_alternative_and_what_an_alternative_forbids() {
    let address = serve(Keeper::default()).await;
    let cases = [
        (
            r#"{"food":"x","amount":1}"#,
            "/body/food",
            "is shorter than 2 characters",
        ),
        (
            r#"{"food":"ok","amount":1,"sugar":2}"#,
            "/body/sugar",
            "is greater than 1",
        ),
        (
            r#"{"food":"ok","amount":1,"pair":[1]}"#,
            "/body/pair",
            "has not 2 items",
        ),
        (
            r#"{"food":"ok","amount":1,"triple":[]}"#,
            "/body/triple",
            "has not 1 to 3 items",
        ),
        (
            r#"{"food":7,"amount":1}"#,
            "/body/food",
            "is none of the alternatives",
        ),
        (
            r#"{"food":"ok","amount":1.5}"#,
            "/body/amount",
            "is none of the alternatives",
        ),
        (
            r#"{"food":"ok","amount":1,"cost":11}"#,
            "/body/cost",
            "is greater than 10",
        ),
        (
            r#"{"food":"ok","amount":1,"marks":{"a1":"x"}}"#,
            "/body/marks",
            "has a member like ^a that is not as it must be",
        ),
        (
            r#"{"food":"ok","amount":1,"more":{"food":"x","amount":1}}"#,
            "/body/more/food",
            "is shorter than 2 characters",
        ),
    ];
    for (body, pointer, detail) in cases {
        let answer = post(&format!("{address}/meals"), "POST", body).await;
        assert!(
            answer.contains(pointer) && answer.contains(detail),
            "{body}: {answer}"
        );
    }
    let answer = post(
        &format!("{address}/animals/1"),
        "PUT",
        r#"{"kind":"dog","friend":{"kind":"cat","lives":0}}"#,
    )
    .await;
    assert!(answer.contains("/body/friend/lives"), "{answer}");
}

async fn post(url: &str, method: &str, body: &str) -> String {
    let method = method.parse().expect("a method");
    let request = reqwest::Client::new()
        .request(method, url)
        .header("content-type", "application/json")
        .body(body.to_owned());
    let answer = request.send().await.expect("an answer");
    assert_eq!(answer.status(), 422, "{body}");
    answer.text().await.expect("text")
}

#[test]
fn an_unknown_alternative_is_kept_as_it_came() {
    let raw = Raw::parse(r#"{"kind":"bird"}"#).expect("JSON");
    assert_eq!(encode(&Animal::Unknown(raw)), br#"{"kind":"bird"}"#);
    let map = BTreeMap::from([("salt".to_owned(), 5)]);
    assert_eq!(encode(&MealFood::from(map)), br#"{"salt":5}"#);
}
