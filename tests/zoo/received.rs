//! Requests that an API sends: whoever receives them implements a trait, and mounts its router where it likes.

use crate::zoo::models::{Animal, Meal, MealAmount, MealFood, OrderMealRequest, Reply};
use crate::zoo::operations::{
    AddMeal, AnimalBorn, MealArrived, MealArrivedError, OrderMeal, PostEaten,
};
use crate::zoo::runtime::client::{Error as Refused, RetryPolicy};
use crate::zoo::runtime::server::{Context, Error};
use crate::zoo::sender::Sender;
use crate::zoo::server::{CallbacksApi, Options, WebhooksApi, callbacks_router, webhooks_router};

#[derive(Clone)]
struct Listener;

impl WebhooksApi for Listener {
    async fn animal_born(&self, _: Context, request: AnimalBorn) -> Result<Animal, Error> {
        Ok(request.body)
    }
}

impl CallbacksApi for Listener {
    async fn post_eaten(&self, _: Context, request: PostEaten) -> Result<(), Error> {
        let Meal { amount, .. } = request.body;
        assert_eq!(format!("{amount:?}"), "Integer(7)");
        Ok(())
    }

    async fn meal_arrived(&self, _: Context, request: MealArrived) -> Result<(), Error> {
        match request.late {
            Some(true) => Err(Error::declared(MealArrivedError::Gone(Default::default()))),
            _ => Ok(()),
        }
    }
}

#[tokio::test]
async fn webhooks_and_callbacks_are_received_and_checked() {
    let app = webhooks_router(Listener, Options::new().base("/hooks")).merge(callbacks_only());
    let address = crate::keeper::listen(app).await;
    let cases = [
        ("/hooks/animal-born", r#"{"kind":"fish"}"#, 200),
        ("/hooks/animal-born", r#"{"kind":"bird"}"#, 422),
        ("/calls/eaten", r#"{"food":"ok","amount":7}"#, 204),
        ("/calls/eaten", r#"{"food":"ok"}"#, 422),
    ];
    for (path, body, status) in cases {
        let request = reqwest::Client::new()
            .post(format!("{address}{path}"))
            .header("content-type", "application/json")
            .body(body);
        let answer = request.send().await.expect("an answer");
        assert_eq!(answer.status(), status, "{path} {body}");
    }
}

/// Without the fallback, of which a router has one.
fn callbacks_only() -> axum::Router {
    callbacks_at("/calls").reset_fallback()
}

fn callbacks_at(base: &str) -> axum::Router {
    callbacks_router(Listener, Options::new().base(base))
}

#[tokio::test]
async fn what_is_sent_is_received_and_the_answer_is_typed() {
    let app = webhooks_router(Listener, Options::new().base("/hooks")).merge(callbacks_only());
    let address = crate::keeper::listen(app).await;
    let sender = Sender::with(|it| it.retry(RetryPolicy::none())).expect("a sender");

    let hook = format!("{address}/hooks/animal-born");
    let receiver = sender.to(hook).expect("a receiver");
    let fish = Animal::Fish;
    let answer = receiver.animal_born(fish.clone()).await;
    assert_eq!(answer.expect("an answer").into_inner(), fish);

    let meal = Meal::new(MealFood::Text("ok".to_owned()), MealAmount::Integer(7));
    let mut request = AddMeal::new(meal.clone());
    assert_eq!(request.post_eaten_url(), None);
    request.url = Some(format!("{address}/calls/eaten"));
    let url = request.post_eaten_url().expect("a URL");
    let receiver = sender.to(url).expect("a receiver");
    receiver.post_eaten(meal).await.expect("an answer");
}

#[tokio::test]
async fn a_receiver_may_be_put_together_from_what_a_request_says() {
    let address = crate::keeper::listen(callbacks_at("/calls/9")).await;
    let mut request = OrderMeal::new(OrderMealRequest::new(9));
    assert_eq!(request.meal_arrived_url(), None);
    let reply = Reply::new().url(format!("{address}/calls"));
    request.body.reply = Some(reply);
    let url = request.meal_arrived_url().expect("a URL");
    assert_eq!(url, format!("{address}/calls/9/arrived"));

    let receiver = Sender::new().and_then(|it| it.to(url)).expect("a receiver");
    receiver.meal_arrived().await.expect("an answer");
    match receiver.meal_arrived().late(true).await {
        Err(Refused::Declared { error, .. }) => {
            assert_eq!(error, MealArrivedError::Gone(Default::default()));
        }
        other => panic!("{other:?}"),
    }
}
