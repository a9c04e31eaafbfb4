//! Lists in order that hold each item once: sets of a handful of items, for which a tree would be more code than data.

/// Puts an item into its place, unless the list holds it. The list is in order, and holds no item twice.
pub(crate) fn put<T: Ord>(list: &mut Vec<T>, item: T) {
    if let Err(place) = list.binary_search(&item) {
        list.insert(place, item);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_list_is_what_a_set_of_its_items_is() {
        let items = [5, 1, 5, 9, 0, 1, 7];
        let mut list = Vec::new();
        for (place, item) in items.into_iter().enumerate() {
            put(&mut list, item);
            let set: BTreeSet<i32> = items[..=place].iter().copied().collect();
            assert!(list.iter().eq(&set), "{list:?}");
        }
    }
}
