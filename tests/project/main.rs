//! The project itself: its layers, its output, its build-script API.

mod build_script;
mod emitted;
mod fresh;
mod items;
mod judged;
mod layers;
mod mutated;
mod names;
mod pages;
mod paths;
mod run;
mod twins;
