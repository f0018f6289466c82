//! When a request is sent again, and after how long.
//!
//! In: a policy, what is about to be sent, what came of it. Out: how long to wait, or that the answer stands.
//! Sends nothing and waits for nothing itself.

use http::{HeaderMap, Method, StatusCode};
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

/// The header that makes a request safe to repeat, whatever its method.
pub(super) const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// When a request is sent again.
///
/// Requests that may be repeated are: those whose method is idempotent (RFC 9110, section 9.2.2), and those with an
/// `Idempotency-Key`; and only those whose body is in memory. They are sent again when nothing came back, and after
/// 408, 429, 502, 503 and 504. The time for the whole call bounds all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    attempts: u32,
    base: Duration,
    cap: Duration,
    max_retry_after: Duration,
    budget: u32,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            attempts: 3,
            base: Duration::from_millis(100),
            cap: Duration::from_secs(10),
            max_retry_after: Duration::from_secs(30),
            budget: 20,
        }
    }
}

impl RetryPolicy {
    /// Three attempts, with waits of at most 100 ms and 200 ms between them.
    pub fn new() -> Self {
        Self::default()
    }

    /// Everything is sent once.
    pub fn none() -> Self {
        Self::default().attempts(1)
    }

    /// How often a request is sent, the first time included. 3 unless set.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// The longest wait before the second attempt, which doubles for each further one up to `cap`. The wait is any time
    /// up to that, so that clients do not return all at once. 100 ms and 10 s unless set.
    pub fn backoff(mut self, base: Duration, cap: Duration) -> Self {
        (self.base, self.cap) = (base, cap);
        self
    }

    /// How long a server may ask to wait, in `Retry-After`. When it asks for longer, its answer stands. 30 s unless set.
    pub fn max_retry_after(mut self, longest: Duration) -> Self {
        self.max_retry_after = longest;
        self
    }

    /// How many retries all calls of a client may have in a row without success; ten successes give one back. So a sick
    /// server is not stormed. 20 unless set; counts on the client's policy, not on that of a call.
    pub fn budget(mut self, retries: u32) -> Self {
        self.budget = retries;
        self
    }

    /// Whether such a request may be sent more than once.
    pub(super) fn covers(&self, method: &Method, headers: &HeaderMap) -> bool {
        // `QUERY` has no constant of its own.
        let is_idempotent = method.is_idempotent() || method.as_str() == "QUERY";
        self.attempts > 1 && (is_idempotent || headers.contains_key(IDEMPOTENCY_KEY))
    }

    /// How long to wait after attempt number `attempt`, which came back with `headers` if anything did; `None` when the
    /// attempt was the last.
    pub(super) fn wait(&self, attempt: u32, headers: Option<&HeaderMap>) -> Option<Duration> {
        if attempt >= self.attempts {
            return None;
        }
        let doubled = 1_u32.checked_shl(attempt - 1).unwrap_or(u32::MAX);
        let longest = self.base.saturating_mul(doubled).min(self.cap);
        match headers.and_then(retry_after) {
            Some(asked) if asked > self.max_retry_after => None,
            Some(asked) => Some(asked.saturating_add(jitter(self.base.min(self.cap)))),
            None => Some(jitter(longest)),
        }
    }
}

/// Whether such an answer may be another one later.
pub(super) fn is_passing(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 425 | 429 | 502..=504)
}

/// RFC 9110, section 10.2.3: seconds, or a date.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = headers
        .get(http::header::RETRY_AFTER)?
        .to_str()
        .ok()?
        .trim();
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    // What has passed already asks for no wait.
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}

/// Any time up to `longest`.
fn jitter(longest: Duration) -> Duration {
    // Every `RandomState` has other keys: good enough to keep clients apart, and nothing to depend on.
    let random = RandomState::new().hash_one(0_u8) >> 32;
    longest.mul_f64(random as f64 / f64::from(u32::MAX))
}

/// What all calls of a client may still repeat, in tenths of a retry.
#[derive(Debug)]
pub(super) struct Budget {
    left: AtomicU32,
    full: u32,
}

const RETRY: u32 = 10;

impl Budget {
    pub(super) fn of(policy: &RetryPolicy) -> Self {
        let full = policy.budget.saturating_mul(RETRY);
        Self {
            left: AtomicU32::new(full),
            full,
        }
    }

    /// Takes a retry, if there is one.
    pub(super) fn take(&self) -> bool {
        let take = |left: u32| left.checked_sub(RETRY);
        self.change(take)
    }

    /// A call succeeded.
    pub(super) fn give(&self) {
        let full = self.full;
        self.change(|left| (left < full).then_some(left + 1));
    }

    fn change(&self, change: impl FnMut(u32) -> Option<u32>) -> bool {
        let order = Ordering::Relaxed;
        self.left.fetch_update(order, order, change).is_ok()
    }
}
