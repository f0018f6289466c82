//! Answers: several of them, their headers, and those that are streams.

use super::*;

#[tokio::test]
async fn an_answer_is_one_value_or_a_stream_as_its_media_type_says() {
    let client = client(&Api::default());
    let whole = client.answer(AnswerRequest::new(false)).await.unwrap();
    assert_eq!(whole.headers["content-type"], "application/json");
    let AnswerOutput::Ok(charge) = whole.into_inner() else {
        panic!("a single value");
    };
    assert_eq!(charge, Charge::new("1"));
    let streamed = client.answer(AnswerRequest::new(true)).await.unwrap();
    let AnswerOutput::OkStream(mut events) = streamed.into_inner() else {
        panic!("a stream");
    };
    assert_eq!(events.next().await.unwrap().unwrap().data, charge);
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn an_answer_that_is_declared_without_a_type_is_asked_for_by_its_media_type() {
    let client = client(&Api::default());
    let charge = client.get_receipt("1").await.unwrap().into_inner();
    assert_eq!(charge, Charge::new("1"));

    let call = client.get_receipt("1").accepting("application/pdf");
    let pdf = call.await.unwrap();
    assert_eq!(pdf.headers["content-type"], "application/pdf");
    assert_eq!(pdf.into_inner().collect(9).await.unwrap(), "%PDF");

    // Errors are those that are declared.
    let call = client.get_receipt("none").accepting("application/pdf");
    let error = call.await.unwrap_err();
    let Some(GetReceiptError::NotFound(none)) = error.declared() else {
        panic!("{error:?}");
    };
    assert_eq!(none, &Charge::new("none"));

    // What its handler does not make is refused like what is not declared.
    let call = client.get_receipt("1").accepting("text/csv");
    assert_eq!(call.await.unwrap_err().status().unwrap(), 406);
    let call = client.get_receipt("1").accepting("image/png");
    assert_eq!(call.await.unwrap_err().status().unwrap(), 406);
}

#[tokio::test]
async fn who_asks_for_several_media_types_gets_the_one_that_weighs_most() {
    for (accept, said) in [
        ("*/*", "{\"id\":\"1\"}"),
        ("application/*", "{\"id\":\"1\"}"),
        ("application/pdf, */*;q=0.1", "%PDF"),
        ("application/*, application/json;q=0.5", "%PDF"),
        ("application/pdf;q=0.5, application/json", "{\"id\":\"1\"}"),
        ("application/pdf;q=0, */*", "{\"id\":\"1\"}"),
        ("APPLICATION/PDF", "%PDF"),
    ] {
        let answer = send("GET", "/receipts/1", ("accept", accept), "").await;
        assert_eq!(answer, (200, said.to_owned()), "{accept}");
    }
}

#[tokio::test]
async fn each_of_several_answers_has_its_headers() {
    let client = client(&Api::default());
    let ask = |of| client.answer(AnswerRequest::new(false).of(of));
    let made = ask(AnswerRequestOf::Bytes).await.unwrap().into_inner();
    let AnswerOutput::Created(made) = made else {
        panic!("201");
    };
    assert_eq!(made.location.as_deref(), Some("/answers/1"));
    assert_eq!(made.body.collect(9).await.unwrap(), "bytes");
    let later = ask(AnswerRequestOf::Nothing).await.unwrap().into_inner();
    let AnswerOutput::Accepted(later) = later else {
        panic!("202");
    };
    assert_eq!(later.retry_after, Some(5));
}

#[tokio::test]
async fn errors_have_their_headers() {
    let client = client(&Api::default());
    let busy = client.show_limits().await.unwrap_err();
    let Some(ShowLimitsError::TooManyRequests(busy)) = busy.declared() else {
        panic!("{busy:?}");
    };
    assert_eq!(
        (busy.retry_after, &busy.body),
        (Some(7), &Charge::new("late"))
    );
    assert_eq!(busy.x_limits.as_ref().and_then(|it| it.minute), Some(3));
    let who = client.set_limits().await.unwrap_err();
    let Some(SetLimitsError::Unauthorized(who)) = who.declared() else {
        panic!("{who:?}");
    };
    assert_eq!(who.www_authenticate.as_deref(), Some("Basic"));
    let no = client.set_limits().header("authorization", "x").await;
    let no = no.unwrap_err();
    let Some(SetLimitsError::Default(status, no)) = no.declared() else {
        panic!("{no:?}");
    };
    assert_eq!((status.as_u16(), no.body.as_str()), (410, "not here"));
    assert_eq!(no.x_note.as_deref(), Some("ask the owner"));
    // The same over a socket.
    let asked = "PUT /limits HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: x\r\n\r\n";
    let answer = say(&Api::default(), asked).await;
    assert!(answer.starts_with("HTTP/1.1 410 "), "{answer}");
    assert!(answer.contains("\r\nx-note: ask the owner\r\n"), "{answer}");
}

#[tokio::test]
async fn events_come_one_after_the_other() {
    let client = client(&Api::default());
    let mut events = client.chat().await.unwrap().into_inner();
    let mut ids = Vec::new();
    while let Some(event) = events.next().await {
        ids.push(event.unwrap().data.id);
    }
    assert_eq!(ids, ["a", "b"]);
    let mut events = client.log().await.unwrap().into_inner();
    assert_eq!(events.next().await.unwrap().unwrap().data, "two\nlines");
}

#[tokio::test]
async fn the_name_of_an_event_tells_what_its_data_is() {
    let mut events = client(&Api::default()).turns().await.unwrap().into_inner();
    let mut read = Vec::new();
    while let Some(event) = events.next().await {
        let event = event.unwrap();
        read.push((event.event.unwrap_or_default(), event.data));
    }
    let charge = Charge::new("a");
    let expected = [
        ("begun", TurnsResponseData::Begun(charge.clone())),
        ("lost", TurnsResponseData::Ended(charge)),
        ("count", TurnsResponseData::Count(1)),
        ("other", TurnsResponseData::Count(2)),
    ];
    assert_eq!(read, expected.map(|(name, data)| (name.to_owned(), data)));
}

#[tokio::test]
async fn lines_go_both_ways() {
    let sent = JsonLines::of(["a", "b"].map(Charge::new));
    let answer = client(&Api::default())
        .bulk(sent)
        .await
        .unwrap()
        .into_inner();
    let BulkOutput::Ok(mut lines) = answer else {
        panic!("{answer:?}");
    };
    assert_eq!(lines.next().await.unwrap().unwrap().id, "a");
    assert_eq!(lines.next().await.unwrap().unwrap().id, "b");
    assert!(lines.next().await.is_none());
    let broken = send(
        "POST",
        "/bulk",
        ("content-type", "application/x-ndjson"),
        "{\"id\":\"a\"}\nx\n",
    );
    assert_eq!(broken.await, (201, "\u{1e}1\n".to_owned()));
}

#[tokio::test]
async fn a_number_that_may_be_a_text_is_read_from_one_and_written_as_a_number() {
    let json = ("content-type", "application/json");
    let put = |body| send("PUT", "/measures", json, body);
    let written = (200, r#"{"count":7,"sizes":[0.5,2]}"#.to_owned());
    assert_eq!(put(r#"{"count": "7", "sizes": ["0.5", 2]}"#).await, written);
    assert_eq!(put(r#"{"count": 7, "sizes": [0.5, "2"]}"#).await, written);
    for wrong in [
        r#"{"count": "many"}"#,
        r#"{"count": "10"}"#,
        r#"{"count": "07"}"#,
    ] {
        assert_eq!(put(wrong).await.0, 422, "{wrong}");
    }
}

#[tokio::test]
async fn an_answer_that_is_always_null_is_nothing_to_a_caller_and_sent_all_the_same() {
    let sent = send("DELETE", "/measures", ("x", "y"), "").await;
    assert_eq!(sent, (200, "null".to_owned()));
    let answer = client(&Api::default()).forget_measures().await.unwrap();
    let () = answer.into_inner();
}
