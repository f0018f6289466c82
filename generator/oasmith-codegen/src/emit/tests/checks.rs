use super::item;
use super::models::{CAT, cat};
use super::sample::*;
use crate::ir::*;
use insta::assert_snapshot;

#[test]
fn constraints_are_one_line_each() {
    let bound = |value: &str, exclusive| {
        Some(Bound {
            value: value.into(),
            exclusive,
        })
    };
    let name = Constraints {
        max_length: Some(9),
        pattern: Some("^[a-z]+$".into()),
        format: Some(Format::Hostname),
        ..Constraints::default()
    };
    let age = Constraints {
        minimum: bound("0", true),
        maximum: bound("1e2", false),
        ..Constraints::default()
    };
    let weight = Constraints {
        maximum: bound("9.5", true),
        ..Constraints::default()
    };
    let names = Constraints {
        max_items: Some(3),
        unique_items: true,
        items: Some(Box::new(name.clone())),
        ..Constraints::default()
    };
    let it = cat(vec![
        Field {
            constraints: name,
            ..required("name", Type::String)
        },
        Field {
            constraints: age,
            ..field("age", Type::I32)
        },
        Field {
            constraints: weight,
            ..field("weight", Type::F64)
        },
        Field {
            constraints: names,
            ..field("names", Type::List(Box::new(Type::String)))
        },
        field("kittens", Type::List(Box::new(Type::Named(TypeId(0))))),
        field("mother", Type::Named(TypeId(0))),
    ]);
    assert_snapshot!(item(&it, CAT, "impl Checked"), @r#"
    #[cfg(feature = "server")]
    impl Checked for Cat {
        fn check(&self, c: &mut Check) {
            static NAME: Pattern = Pattern::new("^[a-z]+$");
            c.length("name", Some(&self.name), None, Some(9));
            c.pattern("name", Some(&self.name), &NAME);
            c.format("name", Some(&self.name), Format::Hostname);
            c.integer("age", self.age.map(i128::from), Some(1), Some(100));
            c.number("weight", self.weight, None, Some(Limit::Exclusive(9.5)));
            c.size("names", self.names.as_ref().map(Vec::len), None, Some(3));
            c.unique("names", self.names.as_deref());
            c.items("names", self.names.as_deref(), &mut |c, index, it| {
                c.length(index, Some(it), None, Some(9));
                c.pattern(index, Some(it), &NAME);
                c.format(index, Some(it), Format::Hostname);
            });
            c.each("kittens", self.kittens.as_deref());
            c.object("mother", self.mother.as_ref().map(|it| it as _));
        }
    }
    "#);
}

#[test]
fn an_alternative_that_is_read_for_others_is_not_checked() {
    let alternative = |variant: &str, is_read_for_others| Alternative {
        name: name(variant),
        ty: Type::String,
        docs: Docs::default(),
        constraints: Constraints {
            max_length: Some(9),
            ..Constraints::default()
        },
        boxed: false,
        inline: false,
        tags: Vec::new(),
        shapes: vec![Shape::Text],
        is_read_for_others,
    };
    let it = Union {
        alternatives: vec![alternative("Old", true), alternative("New", false)],
        tag: None,
        untagged: Untagged::Unknown,
        is_open: false,
    };
    let def = TypeDef {
        kind: TypeKind::Union(it),
        ..model("Cat", "cat", Vec::new())
    };
    let it = api(vec![def], vec![]);
    assert_snapshot!(item(&it, CAT, "impl Checked"), @r#"
    #[cfg(feature = "server")]
    impl Checked for Cat {
        fn check(&self, c: &mut Check) {
            match self {
                Self::New(it) => c.length(HERE, Some(it), None, Some(9)),
                Self::Unknown(_) => c.no_alternative(),
                _ => {}
            }
        }
    }
    "#);
}

#[test]
fn neighbours_with_the_same_rules_share_a_loop() {
    let rules = Constraints {
        max_length: Some(9),
        ..Constraints::default()
    };
    let fields = ["a", "b", "c"].map(|wire| Field {
        constraints: rules.clone(),
        ..field(wire, Type::String)
    });
    assert_snapshot!(item(&cat(fields.to_vec()), CAT, "impl Checked"), @r#"
    #[cfg(feature = "server")]
    impl Checked for Cat {
        fn check(&self, c: &mut Check) {
            for (name, it) in [("a", &self.a), ("b", &self.b), ("c", &self.c)] {
                c.length(name, it.as_deref(), None, Some(9));
            }
        }
    }
    "#);
}

#[test]
fn deep_rules_are_in_parts_that_are_shared() {
    let inside = |it: Predicate| {
        let is_object = Predicate::Types(vec!["object"]);
        Predicate::All(vec![is_object, Predicate::Member("a".into(), Box::new(it))])
    };
    let deep = inside(inside(inside(Predicate::Matches("^a".into()))));
    let rules = Constraints {
        rules: vec![Rule {
            keyword: "not",
            told: "is what it must not be".into(),
            holds: Predicate::Not(Box::new(deep)),
        }],
        ..Constraints::default()
    };
    let fields = ["part_1", "b"].map(|wire| Field {
        constraints: rules.clone(),
        ..field(wire, Type::Raw)
    });
    assert_snapshot!(item(&cat(fields.to_vec()), CAT, "impl Checked"), @r#"
    #[cfg(feature = "server")]
    impl Checked for Cat {
        fn check(&self, c: &mut Check) {
            static PART_1: Pattern = Pattern::new("^a");
            static PART_2: Holds = |it| {
                it.all(&[
                    |it| it.is(&["object"]),
                    |it| {
                        it.member("a", |it| {
                            it.all(&[
                                |it| it.is(&["object"]),
                                |it| it.member("a", |it| it.matches(&PART_1)),
                            ])
                        })
                    },
                ])
            };
            c.rules(
                "part_1",
                self.part_1.as_ref(),
                &[("is what it must not be", |it| {
                    it.fails(|it| it.all(&[|it| it.is(&["object"]), |it| it.member("a", PART_2)]))
                })],
            );
            c.rules(
                "b",
                self.b.as_ref(),
                &[("is what it must not be", |it| {
                    it.fails(|it| it.all(&[|it| it.is(&["object"]), |it| it.member("a", PART_2)]))
                })],
            );
        }
    }
    "#);
}
