//! The advice whether Serverless v2 fits, as the page folds it up.

use crate::estimate::{Answer, Fit, FitVerdict};

/// `6 signals: 3 for, 1 against, 2 open`
pub fn tally(fit: &Fit) -> String {
    let count = |answer| fit.signals.iter().filter(|it| it.answer == answer).count();
    let counted = [Answer::For, Answer::Against, Answer::Open]
        .into_iter()
        .filter(|answer| count(*answer) > 0)
        .map(|answer| format!("{} {}", count(answer), answer.word()))
        .collect::<Vec<_>>();
    format!("{} signals: {}", fit.signals.len(), counted.join(", "))
}

/// What stands over the list of what else there is.
pub const fn instead_title(verdict: FitVerdict) -> &'static str {
    match verdict {
        FitVerdict::FitsNot => "What would fit instead",
        FitVerdict::Fits | FitVerdict::Perhaps => "Worth a look",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Design, Edit, Field};
    use crate::estimate::fit;

    #[test]
    fn signals_are_counted_by_what_they_say() {
        let open = fit(&Design::default());
        assert!(tally(&open).starts_with(&format!("{} signals: ", open.signals.len())));
        let steady = Design::default().with(&Edit::set(Field::Variability, "steady")).unwrap();
        let said = fit(&steady);
        let against = said.signals.iter().filter(|it| it.answer == Answer::Against).count();
        assert!(against > 0 && tally(&said).contains(&format!("{against} against")));
        assert_ne!(tally(&open), tally(&said));
    }

    #[test]
    fn another_service_is_named_by_how_much_it_is_needed() {
        assert_eq!(instead_title(FitVerdict::FitsNot), "What would fit instead");
        assert_eq!(instead_title(FitVerdict::Perhaps), "Worth a look");
    }
}
