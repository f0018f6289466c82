//! Numbers of a document, exact: `0.1` is a tenth.
//!
//! As many digits as an `i128` holds. Numbers beyond that have no `Decimal`, and what needs one says so.

use std::cmp::Ordering;

/// `mantissa` by ten to the power of minus `scale`.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    mantissa: i128,
    scale: u32,
}

/// Digits after the point that are kept, so that two numbers can be brought to one scale.
const SCALE: u32 = 18;

impl Decimal {
    pub fn integer(value: i128) -> Self {
        Decimal {
            mantissa: value,
            scale: 0,
        }
    }

    /// Ten to the power of minus `scale`.
    pub fn unit(scale: u32) -> Self {
        Decimal { mantissa: 1, scale }
    }

    /// A JSON number.
    pub fn parse(text: &str) -> Option<Self> {
        let (digits, exponent) = match text.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let fraction = fraction.trim_end_matches('0');
        let mut mantissa: i128 = format!("{whole}{fraction}").parse().ok()?;
        let mut scale = i64::try_from(fraction.len()).ok()? - i64::from(exponent);
        if mantissa == 0 {
            scale = 0;
        }
        while scale < 0 {
            mantissa = mantissa.checked_mul(10)?;
            scale += 1;
        }
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        let scale = u32::try_from(scale).ok().filter(|it| *it <= SCALE)?;
        Some(Decimal { mantissa, scale })
    }

    pub fn scale(self) -> u32 {
        self.scale
    }

    pub fn is_integer(self) -> bool {
        self.scale == 0
    }

    /// How many of ten to the power of minus `scale` it is.
    pub fn at(self, scale: u32) -> Option<i128> {
        let by = 10_i128.checked_pow(scale.checked_sub(self.scale)?)?;
        self.mantissa.checked_mul(by)
    }

    /// `None` where it cannot be told.
    pub fn is_multiple_of(self, other: Decimal) -> Option<bool> {
        let scale = self.scale.max(other.scale);
        self.at(scale)?
            .checked_rem(other.at(scale)?)
            .map(|it| it == 0)
    }

    pub fn of(count: i128, scale: u32) -> Self {
        Decimal {
            mantissa: count,
            scale,
        }
    }

    pub fn text(self) -> String {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let digits = self.mantissa.unsigned_abs().to_string();
        let scale = self.scale as usize;
        if scale == 0 {
            return format!("{sign}{digits}");
        }
        let digits = format!("{digits:0>width$}", width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        match fraction.trim_end_matches('0') {
            "" => format!("{sign}{whole}"),
            fraction => format!("{sign}{whole}.{fraction}"),
        }
    }
}

/// By value. Numbers too far apart to be brought to one scale are told apart by their sign and size.
impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        match (self.at(scale), other.at(scale)) {
            (Some(a), Some(b)) => a.cmp(&b),
            // Only the one without a form at the scale is that large.
            (None, _) => self.mantissa.cmp(&0),
            (_, None) => 0.cmp(&other.mantissa),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

#[cfg(test)]
mod tests {
    use super::Decimal;

    #[test]
    fn numbers_are_read_and_written_exactly() {
        for (text, written) in [
            ("0.10", "0.1"),
            ("-1.5e1", "-15"),
            ("25e-3", "0.025"),
            ("-0.0", "0"),
            ("1e3", "1000"),
        ] {
            let it = Decimal::parse(text).map(Decimal::text);
            assert_eq!(it.as_deref(), Some(written), "{text}");
        }
        for text in ["1e400", "1e-40"] {
            assert!(Decimal::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn multiples_of_tenths_are_exact() {
        let [three_tenths, tenth, seven] =
            ["0.3", "0.1", "0.7"].map(|it| Decimal::parse(it).unwrap_or(Decimal::integer(0)));
        assert_eq!(three_tenths.is_multiple_of(tenth), Some(true));
        assert_eq!(seven.is_multiple_of(three_tenths), Some(false));
        assert_eq!(seven.is_multiple_of(Decimal::integer(0)), None);
        assert!(tenth < three_tenths && three_tenths < seven);
    }
}
