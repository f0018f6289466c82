//! Generates bindings as anyone's build script would, for the tests to compare and to use.

fn main() -> Result<(), oasmith::build::Error> {
    oasmith::build::Api::new("specs/portsip").generate()?;
    oasmith::build::Api::new("tests/media/api.yaml")
        .name("media")
        .generate()?;
    Ok(())
}
