//! Random choices that are the same on every machine.

/// xorshift64* (Vigna, 2016).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        // Neighbouring seeds are to give unlike runs, and zero none at all.
        let mut it = Random((seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        it.next();
        it
    }

    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number of `0..end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// A number from `least` to `most`, at the ends more often than chance has it.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        match self.below(6) {
            0 => least,
            1 => most,
            _ => {
                let span = (i128::from(most) - i128::from(least) + 1) as u128;
                (i128::from(least) + (u128::from(self.next()) % span) as i128) as i64
            }
        }
    }

    pub fn chance(&mut self) -> bool {
        self.below(2) == 0
    }

    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}
