//! Generates what the tests compare and use, as anyone's build script would.

fn main() -> Result<(), oasmith::build::Error> {
    oasmith::build::Api::new("specs/portsip").generate()?;
    oasmith::build::Api::new("tests/zoo/zoo.yaml").generate()?;
    oasmith::build::Api::new("tests/styles/styles.yaml").generate()?;
    oasmith::build::Api::new("tests/media/api.yaml")
        .name("media")
        .generate()?;
    oasmith::build::Api::new("tests/names/names.yaml")
        .name("names")
        .generate()?;
    Ok(())
}
