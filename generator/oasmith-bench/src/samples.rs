//! Repeated measurements of one thing.

use serde::Serialize;

/// The least, the middle and the most of what was measured.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Spread {
    pub min: f64,
    pub median: f64,
    pub max: f64,
}

/// The spread of `samples`; zeros where there are none.
pub fn spread(mut samples: Vec<f64>) -> Spread {
    samples.sort_by(f64::total_cmp);
    let at = |index: usize| samples.get(index).copied().unwrap_or_default();
    let last = samples.len().saturating_sub(1);
    Spread {
        min: at(0),
        // For an even number, the mean of the two in the middle.
        median: f64::midpoint(at(last / 2), at(last.div_ceil(2))),
        max: at(last),
    }
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn the_median_of_an_even_number_lies_between() {
        let four = spread(vec![4.0, 1.0, 2.0, 30.0]);
        assert_eq!((four.min, four.median, four.max), (1.0, 3.0, 30.0));
    }

    #[test]
    fn the_median_of_an_odd_number_is_one_of_them() {
        assert_eq!(spread(vec![9.0, 1.0, 2.0]).median, 2.0);
    }
}
