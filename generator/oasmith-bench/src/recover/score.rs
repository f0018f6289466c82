//! The arithmetic of agreement: two ways to divide the same places into classes.
//!
//! In: how many places each pair of classes has in common. Pairs of places are counted from that, not looped over.

use std::collections::{BTreeMap, BTreeSet};

/// A class of the places that are the same to the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// Shared with nothing: a class of its own.
    Inline,
    Shared(u64),
}

/// How many places belong to each component and class.
#[derive(Clone, Debug, Default)]
pub struct Table(BTreeMap<(usize, Class), u64>);

/// Over pairs of places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// Of the pairs in one class, those of one component.
    pub precision: f64,
    /// Of the pairs of one component, those in one class.
    pub recall: f64,
}

impl Table {
    pub fn add(&mut self, component: usize, class: Class) {
        *self.0.entry((component, class)).or_default() += 1;
    }

    /// The table of some components only.
    pub fn only(&self, wanted: impl Fn(usize) -> bool) -> Table {
        let cells = self
            .0
            .iter()
            .filter(|((component, _), _)| wanted(*component));
        Table(cells.map(|(cell, count)| (*cell, *count)).collect())
    }

    /// The classes of a component, with the number of places of each.
    pub fn classes(&self, component: usize) -> impl Iterator<Item = (Class, u64)> {
        let cells = self
            .0
            .range((component, Class::Inline)..=(component, Class::Shared(u64::MAX)));
        cells.map(|((_, class), count)| (*class, *count))
    }

    pub fn components(&self) -> BTreeSet<usize> {
        self.0.keys().map(|(component, _)| *component).collect()
    }

    /// The components of each class that is shared by several.
    pub fn mixed(&self) -> BTreeMap<Class, Vec<usize>> {
        let mut by_class: BTreeMap<Class, Vec<usize>> = BTreeMap::new();
        for (component, class) in self.0.keys() {
            if *class != Class::Inline {
                by_class.entry(*class).or_default().push(*component);
            }
        }
        by_class.retain(|_, it| it.len() > 1);
        by_class
    }

    pub fn agreement(&self) -> Agreement {
        let (mut rows, mut columns) = (BTreeMap::new(), BTreeMap::new());
        let mut both = 0.0;
        for ((component, class), count) in &self.0 {
            *rows.entry(component).or_insert(0) += count;
            if *class != Class::Inline {
                both += pairs(*count);
                *columns.entry(class).or_insert(0) += count;
            }
        }
        let rows: f64 = rows.into_values().map(pairs).sum();
        let columns: f64 = columns.into_values().map(pairs).sum();
        Agreement {
            precision: ratio(both, columns),
            recall: ratio(both, rows),
        }
    }

    /// Components matched by exactly one class that matches nothing else, each with the class.
    pub fn one_to_one(&self) -> Vec<(usize, Class)> {
        let mixed = self.mixed();
        let all = self.components().into_iter();
        all.filter_map(|component| {
            let mut classes = self.classes(component);
            let (class, _) = classes.next()?;
            let is_shared = class != Class::Inline && !mixed.contains_key(&class);
            (classes.next().is_none() && is_shared).then_some((component, class))
        })
        .collect()
    }
}

fn pairs(count: u64) -> f64 {
    let count = count as f64;
    count * (count - 1.0) / 2.0
}

/// One where there is nothing to go wrong.
pub fn ratio(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 1.0 } else { part / whole }
}

#[cfg(test)]
mod tests {
    use super::{Agreement, Class, Table};

    fn table(cells: &[(usize, Class, u64)]) -> Table {
        let mut table = Table::default();
        for (component, class, count) in cells {
            (0..*count).for_each(|_| table.add(*component, *class));
        }
        table
    }

    const A: Class = Class::Shared(1);
    const B: Class = Class::Shared(2);

    #[test]
    fn pairs_are_counted_from_the_table() {
        // Component 0 has 3 places, of which one is in another class; class B has places of two components.
        let table = table(&[(0, A, 2), (0, B, 1), (1, B, 2)]);
        let wanted = Agreement {
            precision: 2.0 / 4.0,
            recall: 2.0 / 4.0,
        };
        assert_eq!(table.agreement(), wanted);
        assert!(table.one_to_one().is_empty());
    }

    #[test]
    fn inline_places_are_apart_from_each_other() {
        let table = table(&[(0, Class::Inline, 2), (1, A, 1)]);
        let wanted = Agreement {
            precision: 1.0,
            recall: 0.0,
        };
        assert_eq!(table.agreement(), wanted);
        assert_eq!(table.one_to_one(), [(1, A)]);
    }

    #[test]
    fn nothing_to_pair_is_no_fault() {
        let table = table(&[(0, A, 1)]);
        let wanted = Agreement {
            precision: 1.0,
            recall: 1.0,
        };
        assert_eq!(table.agreement(), wanted);
    }
}
