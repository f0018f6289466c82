//! Constraints, checked before a handler runs.
//!
//! One line for each constraint; absent values are not checked; everything that is wrong is told at once. What is told
//! never repeats a value, which may be a secret.

use super::codec::{self, KnownEnum, Write};
use super::decoder::{Decoder, MAX_VIOLATIONS};
use super::problem::{Violation, push_step};
use std::collections::{BTreeMap, BTreeSet};

/// In place of a name: the value at hand itself, which is an alternative of a union.
pub const HERE: &str = "\u{0}";

/// Has constraints.
pub trait Checked {
    /// Checks them all.
    fn check(&self, c: &mut Check);
}

/// A bound of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// Allowed itself.
    Inclusive(f64),
    /// Not allowed itself.
    Exclusive(f64),
}

/// Where checking is, and what it found.
#[derive(Debug, Default)]
pub struct Check {
    pointer: String,
    violations: Vec<Violation>,
}

impl Check {
    /// At the root.
    pub fn new() -> Self {
        Self::default()
    }

    /// What was found.
    pub fn into_violations(self) -> Vec<Violation> {
        self.violations
    }

    /// Notes that the member `name` is not as it must be.
    #[cold]
    pub fn fail(&mut self, name: &str, detail: impl Into<String>) {
        if self.violations.len() < MAX_VIOLATIONS {
            let mut pointer = self.pointer.clone();
            if name != HERE {
                push_step(&mut pointer, name);
            }
            self.violations.push(Violation {
                pointer,
                detail: detail.into(),
            });
        }
    }

    /// Notes that a value is none of the alternatives that the document names.
    #[cold]
    pub fn no_alternative(&mut self) {
        self.fail(HERE, "is none of the alternatives");
    }

    /// Checks what is inside of the member `name`.
    pub fn within(&mut self, name: &str, inside: &mut dyn FnMut(&mut Self)) {
        let length = self.pointer.len();
        if name != HERE {
            push_step(&mut self.pointer, name);
        }
        inside(self);
        self.pointer.truncate(length);
    }

    /// A value that the document names.
    pub fn known<E: KnownEnum>(&mut self, name: &str, value: Option<&E>) {
        if value.is_some_and(|value| !value.is_known()) {
            self.fail(name, format!("is not one of {}", E::VALUES.join(", ")));
        }
    }

    /// The length of a string, in characters.
    pub fn length(
        &mut self,
        name: &str,
        value: Option<&str>,
        min: Option<usize>,
        max: Option<usize>,
    ) {
        let Some(value) = value else { return };
        let length = value.chars().count();
        self.count(
            name,
            length,
            min,
            max,
            "is shorter than",
            "is longer than",
            "character",
        );
    }

    /// How many items a list has.
    pub fn size(
        &mut self,
        name: &str,
        size: Option<usize>,
        min: Option<usize>,
        max: Option<usize>,
    ) {
        let Some(size) = size else { return };
        self.count(
            name,
            size,
            min,
            max,
            "has fewer than",
            "has more than",
            "item",
        );
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "one call for each kind of thing that is counted"
    )]
    fn count(
        &mut self,
        name: &str,
        count: usize,
        min: Option<usize>,
        max: Option<usize>,
        few: &str,
        many: &str,
        unit: &str,
    ) {
        let plural = |limit| if limit == 1 { "" } else { "s" };
        if let Some(min) = min.filter(|&min| count < min) {
            self.fail(name, format!("{few} {min} {unit}{}", plural(min)));
        }
        if let Some(max) = max.filter(|&max| count > max) {
            self.fail(name, format!("{many} {max} {unit}{}", plural(max)));
        }
    }

    /// The bounds of a whole number, both allowed.
    pub fn integer(
        &mut self,
        name: &str,
        value: Option<i128>,
        min: Option<i128>,
        max: Option<i128>,
    ) {
        let Some(value) = value else { return };
        if let Some(min) = min.filter(|&min| value < min) {
            self.fail(name, format!("is less than {min}"));
        }
        if let Some(max) = max.filter(|&max| value > max) {
            self.fail(name, format!("is greater than {max}"));
        }
    }

    /// The bounds of a number.
    pub fn number(
        &mut self,
        name: &str,
        value: Option<f64>,
        min: Option<Limit>,
        max: Option<Limit>,
    ) {
        let Some(value) = value else { return };
        match min {
            Some(Limit::Inclusive(min)) if value < min => {
                self.fail(name, format!("is less than {min}"));
            }
            Some(Limit::Exclusive(min)) if value <= min => {
                self.fail(name, format!("is not greater than {min}"));
            }
            _ => {}
        }
        match max {
            Some(Limit::Inclusive(max)) if value > max => {
                self.fail(name, format!("is greater than {max}"));
            }
            Some(Limit::Exclusive(max)) if value >= max => {
                self.fail(name, format!("is not less than {max}"));
            }
            _ => {}
        }
    }

    /// A whole number that the document names.
    pub fn integer_among(&mut self, name: &str, value: Option<i128>, values: &[i128]) {
        if value.is_some_and(|value| !values.contains(&value)) {
            self.fail(name, format!("is not one of {}", list(values)));
        }
    }

    /// A number that the document names.
    pub fn number_among(&mut self, name: &str, value: Option<f64>, values: &[f64]) {
        if value.is_some_and(|value| !values.contains(&value)) {
            self.fail(name, format!("is not one of {}", list(values)));
        }
    }

    /// A number that something divides.
    pub fn multiple_of(&mut self, name: &str, value: Option<f64>, divisor: f64) {
        let Some(value) = value else { return };
        let nearest = (value / divisor).round() * divisor;
        // 3 times 0.1 is a little more than 0.3: decimal fractions are not exact.
        let off = (value - nearest).abs();
        if nearest.is_finite() && off > 4.0 * f64::EPSILON * value.abs() {
            self.fail(name, format!("is not a multiple of {divisor}"));
        }
    }

    /// A whole number that another one divides.
    pub fn multiple_of_integer(&mut self, name: &str, value: Option<i128>, divisor: i128) {
        if value.is_some_and(|value| value.checked_rem(divisor).is_some_and(|it| it != 0)) {
            self.fail(name, format!("is not a multiple of {divisor}"));
        }
    }

    /// The number that a person would write for it: 0.3, and not the 0.30000001192 that is nearest in 32 bits.
    pub fn decimal(value: f32) -> f64 {
        value.to_string().parse().unwrap_or(value.into())
    }

    /// No item twice.
    pub fn unique<T: Write>(&mut self, name: &str, items: Option<&[T]>) {
        // Texts have an order, which keeps this from being quadratic in what a sender may send.
        let mut seen = BTreeSet::new();
        if !items
            .unwrap_or_default()
            .iter()
            .all(|item| seen.insert(codec::encode(item)))
        {
            self.fail(name, "has an item twice");
        }
    }

    /// An object with constraints of its own.
    pub fn object(&mut self, name: &str, value: Option<&dyn Checked>) {
        if let Some(value) = value {
            self.within(name, &mut |c| value.check(c));
        }
    }

    /// An object whose members stand where it would.
    pub fn members(&mut self, value: Option<&dyn Checked>) {
        if let Some(value) = value {
            value.check(self);
        }
    }

    /// A list of objects.
    pub fn each<T: Checked>(&mut self, name: &str, items: Option<&[T]>) {
        self.items(name, items, &mut |c, index, item| {
            c.object(index, Some(item))
        });
    }

    /// A list of anything: `item` gets each one, and its index as the name.
    pub fn items<T>(
        &mut self,
        name: &str,
        items: Option<&[T]>,
        item: &mut dyn FnMut(&mut Self, &str, &T),
    ) {
        self.within(name, &mut |c| {
            for (index, value) in items.unwrap_or_default().iter().enumerate() {
                item(c, &index.to_string(), value);
            }
        });
    }

    /// A map of objects.
    pub fn map<T: Checked>(&mut self, name: &str, map: Option<&BTreeMap<String, T>>) {
        self.entries(name, map, &mut |c, key, value| c.object(key, Some(value)));
    }

    /// A map of anything: `entry` gets each value, and its key as the name.
    pub fn entries<T>(
        &mut self,
        name: &str,
        map: Option<&BTreeMap<String, T>>,
        entry: &mut dyn FnMut(&mut Self, &str, &T),
    ) {
        self.within(name, &mut |c| {
            for (key, value) in map.into_iter().flatten() {
                entry(c, key, value);
            }
        });
    }
}

fn list<T: ToString>(values: &[T]) -> String {
    let values: Vec<String> = values.iter().map(T::to_string).collect();
    values.join(", ")
}

impl Decoder<'_> {
    /// Checks what was read.
    pub fn check(&mut self, it: &impl Checked) {
        let mut check = Check::new();
        it.check(&mut check);
        self.violations(check.into_violations());
    }
}
