//! The author's names beside ours, and what was not found again.

use std::collections::HashMap;

use oasmith_spec::recover::Ledger;

use super::names;
use super::score::{Class, Table};
use super::truth::Truth;

/// The author's components and our names for them.
pub struct Names<'t, 'a> {
    pub truth: &'t Truth<'a>,
    /// By number of the class.
    pub class_names: &'t [&'a str],
}

impl Names<'_, '_> {
    pub fn agrees(&self, component: usize, class: Class, test: fn(&str, &str) -> bool) -> bool {
        let ours = self.class_name(class);
        let mut aliases = self.truth.components[component].aliases.iter();
        aliases.any(|it| test(it, ours))
    }

    fn class_name(&self, class: Class) -> &str {
        match class {
            Class::Inline => "(inline)",
            Class::Shared(number) => self.class_names[number as usize],
        }
    }

    /// The author's names beside ours.
    pub fn names(&self, table: &Table, ledger: &Ledger) -> Vec<String> {
        let matched: HashMap<usize, Class> = table.one_to_one().into_iter().collect();
        let components = table.components().into_iter();
        components
            .map(|at| {
                let author = &self.truth.components[at];
                let Some(class) = matched.get(&at) else {
                    return format!("- {} -> not one to one", author.name);
                };
                let ours = self.class_name(*class);
                let mark = match () {
                    () if self.agrees(at, *class, names::equal) => '=',
                    () if self.agrees(at, *class, names::half) => '~',
                    () => '!',
                };
                let evidence = ledger.get(ours).and_then(|it| it.evidence.as_deref());
                let place = author.places.get(class).map_or("", |it| it);
                let evidence = evidence.unwrap_or_default();
                format!("{mark} {} -> {ours}   [{evidence}]   {place}", author.name)
            })
            .collect()
    }

    /// Components that were not found as one, and classes of several components.
    pub fn misses(&self, table: &Table) -> Vec<String> {
        let mut lines = Vec::new();
        for at in table.components() {
            let author = &self.truth.components[at];
            let classes: Vec<_> = table.classes(at).collect();
            if let [(Class::Shared(_), _)] = classes[..] {
                continue;
            }
            lines.push(format!("recall: {} is", author.name));
            for (class, count) in classes.iter().take(6) {
                let place = author.places.get(class).map_or("", |it| it);
                lines.push(format!("    {} x{count}, {place}", self.class_name(*class)));
            }
            if classes.len() > 6 {
                lines.push(format!("    and {} more", classes.len() - 6));
            }
        }
        for (class, components) in table.mixed() {
            lines.push(format!("precision: {} stands for", self.class_name(class)));
            for at in components.iter().take(6) {
                let author = &self.truth.components[*at];
                let place = author.places.get(&class).map_or("", |it| it);
                lines.push(format!("    {}, {place}", author.name));
            }
            if components.len() > 6 {
                lines.push(format!("    and {} more", components.len() - 6));
            }
        }
        lines
    }
}
