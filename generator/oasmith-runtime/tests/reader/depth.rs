//! How deep values may nest: as deep as the stack of a server's thread allows, whatever their size.

use super::{faults, told};
use oasmith_runtime::codec::{Json, Raw, Write, decode};
use oasmith_runtime::reader::{Fault, Reader};
use oasmith_runtime::writer::Writer;

#[test]
fn nesting_is_bounded() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(Raw::parse(&nested(128)).is_ok());
    assert_eq!(
        told(Raw::parse(&nested(129)).unwrap_err())
            .matches('/')
            .count(),
        128
    );
    assert!(faults::<Raw>(&nested(129)).ends_with("nested too deeply at byte 128"));
    assert!(faults::<Raw>(&"{\"a\":".repeat(1 << 20)).contains("nested too deeply"));
    // Depth is given back: many values side by side are not deep.
    assert!(Raw::parse(&format!("[{}[]]", "[[]],".repeat(1000))).is_ok());
}

/// As large as a model of three hundred texts.
#[derive(Debug, PartialEq)]
struct Large {
    texts: [u64; 900],
    next: Option<Box<Large>>,
    all: Option<Vec<Large>>,
}

impl Json for Large {
    fn blank() -> Self {
        Large {
            texts: [0; 900],
            next: None,
            all: None,
        }
    }

    fn read_into(&mut self, r: &mut Reader<'_>) -> Result<(), Fault> {
        r.members(&mut [("next", &mut self.next), ("all", &mut self.all)])
    }
}

impl Write for Large {
    fn write(&self, w: &mut Writer) {
        w.object(&[("next", &self.next), ("all", &self.all)]);
    }
}

/// What a thread makes of `json` whose stack is smaller than those of servers are.
fn read(json: String) -> Result<Large, String> {
    let small = std::thread::Builder::new().stack_size(3 << 19);
    let read = move || decode(json.as_bytes()).map_err(told);
    small.spawn(read).unwrap().join().unwrap()
}

#[test]
fn the_larger_values_are_the_less_deep_they_nest() {
    for (open, close) in [(r#"{"next":"#, "}"), (r#"{"all":["#, "]}")] {
        let nested = |depth| format!("{}{{}}{}", open.repeat(depth), close.repeat(depth));
        assert!(read(nested(20)).is_ok());
        let told = read(nested(60)).unwrap_err();
        assert!(told.contains("nested too deeply at byte"), "{told}");
        // The stack is given back.
        let some = vec![nested(10); 20].join(",");
        assert!(read(format!(r#"{{"all":[{some}]}}"#)).is_ok());
    }
}
