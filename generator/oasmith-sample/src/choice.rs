//! Chance that is the same on every machine.
//!
//! The seed is a hash (FNV-1a) of what is asked for and of the caller's seed; the generator is PCG.

use oorandom::Rand64;

pub struct Choice(Rand64);

impl Choice {
    /// Of what `parts` name, by a seed.
    pub fn of(parts: &[&str], seed: u64) -> Self {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let ends = parts.iter().flat_map(|it| it.bytes().chain([0xff]));
        for byte in ends.chain(seed.to_le_bytes()) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        Choice(Rand64::new(hash.into()))
    }

    /// Below `end`; zero where that is zero.
    pub fn below(&mut self, end: usize) -> usize {
        match end {
            0 => 0,
            // No index is larger than 64 bits.
            end => usize::try_from(self.0.rand_range(0..end as u64)).unwrap_or(0),
        }
    }

    /// Both ends included.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high.saturating_sub(low).saturating_add(1))
    }

    /// Both ends included.
    pub fn integer(&mut self, low: i128, high: i128) -> i128 {
        let width = high.saturating_sub(low).saturating_add(1).max(1);
        let random = (i128::from(self.0.rand_u64() >> 1) << 64) | i128::from(self.0.rand_u64());
        low.saturating_add(random.checked_rem(width).unwrap_or(0).abs())
    }

    /// Once in `n` times.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn of_these<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let at = self.below(items.len());
        items.get(at)
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Choice;

    #[test]
    fn the_same_parts_and_seed_give_the_same_choices_everywhere() {
        let mut choice = Choice::of(&["GET", "/pets"], 7);
        let made = [(); 6].map(|()| choice.below(100));
        insta::assert_debug_snapshot!(made, @"
        [
            8,
            18,
            91,
            87,
            90,
            88,
        ]
        ");
        assert_ne!(
            Choice::of(&["a", "b"], 0).below(1 << 40),
            Choice::of(&["ab"], 0).below(1 << 40)
        );
    }

    #[test]
    fn integers_stay_within_their_ends() {
        let mut choice = Choice::of(&[], 0);
        for (low, high) in [
            (0, 0),
            (-3, 4),
            (i128::from(i64::MIN), i128::from(u64::MAX)),
        ] {
            assert!((0..100).all(|_| (low..=high).contains(&choice.integer(low, high))));
        }
    }
}
