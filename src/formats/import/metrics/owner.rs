//! What a series was measured on, as far as label, id and file name tell.

use super::Members;

/// Whose series it is.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Owner {
    /// The writer's.
    Writer,
    /// A reader's, by its place among those that are known; a reader without a name is place 0.
    Reader(usize),
    /// The cluster's: an average over its instances (MET-01).
    Cluster,
    /// Nothing tells.
    Unknown,
}

impl Owner {
    /// Looks through the texts in their order for an instance's identifier, then for a role, then for the cluster.
    pub(super) fn in_texts(texts: &[String], members: &Members) -> (Self, bool) {
        let texts: Vec<String> = texts.iter().map(|text| plain(text)).collect();
        let find = |name: &str| {
            let name = plain(name);
            texts.iter().position(|text| names(text, &name))
        };
        let writer = members.writer.iter().map(|name| (name, Self::Writer));
        let readers = members.readers.iter().enumerate().map(|(place, name)| (name, Self::Reader(place)));
        // A name may begin another one: the earlier text wins, in it the longer name.
        let named = writer
            .chain(readers)
            .filter_map(|(name, owner)| Some((find(name)?, std::cmp::Reverse(name.len()), owner)))
            .min();
        if let Some((_, _, owner)) = named {
            return (owner, true);
        }
        // A cluster may be called `primary-db`: its name tells no role.
        let own = members.cluster.as_deref().map(plain).filter(|name| !name.is_empty());
        let rest = |text: &String| own.as_ref().map_or_else(|| text.clone(), |own| text.replace(own, " "));
        let role = texts.iter().find_map(|text| role(&rest(text)));
        let cluster = own.as_ref().and_then(|name| find(name)).map(|_| Self::Cluster);
        (role.or(cluster).unwrap_or(Self::Unknown), false)
    }
}

/// Lower case, `_` as `-`: an id of CloudWatch can't have a hyphen.
fn plain(text: &str) -> String {
    text.to_ascii_lowercase().replace('_', "-")
}

/// Whether a name stands in a text and neither ends nor begins inside a longer word.
fn names(text: &str, name: &str) -> bool {
    let bound = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
    !name.is_empty()
        && text.match_indices(name).any(|(at, _)| {
            let before = text.get(..at).and_then(|it| it.chars().next_back());
            let after = text.get(at + name.len()..).and_then(|it| it.chars().next());
            bound(before) && bound(after)
        })
}

fn role(text: &str) -> Option<Owner> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric()).find_map(|word| match word {
        "writer" | "primary" => Some(Owner::Writer),
        "reader" | "readers" | "replica" => Some(Owner::Reader(0)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn label_id_and_file_name_are_looked_through_in_this_order() {
        let members = Members {
            cluster: Some("till".to_owned()),
            writer: Some("till-1".to_owned()),
            readers: vec!["till-1-b".to_owned(), "till-2".to_owned()],
            range_given: true,
        };
        let owner = |texts: [&str; 3]| Owner::in_texts(&texts.map(str::to_owned), &members).0;
        assert_eq!(owner(["till-1 ServerlessDatabaseCapacity", "m1", "x.json"]), Owner::Writer);
        assert_eq!(owner(["till-1-b ServerlessDatabaseCapacity", "m1", "till-1.json"]), Owner::Reader(0));
        assert_eq!(owner(["ServerlessDatabaseCapacity", "acu_till_2", "x.json"]), Owner::Reader(1));
        assert_eq!(owner(["ServerlessDatabaseCapacity", "m1", "till-2-capacity.json"]), Owner::Reader(1));
        assert_eq!(owner(["till-10 ServerlessDatabaseCapacity", "m1", "x.json"]), Owner::Cluster);
        assert_eq!(owner(["tills ServerlessDatabaseCapacity", "m1", "x.json"]), Owner::Unknown);
        assert_eq!(owner(["till WRITER ServerlessDatabaseCapacity", "m1", "x.json"]), Owner::Writer);
        assert_eq!(owner(["x", "reader_acu", "x.json"]), Owner::Reader(0));
        let members = Members { cluster: Some("primary-db".to_owned()), ..Members::default() };
        let texts = ["primary-db ServerlessDatabaseCapacity".to_owned()];
        assert_eq!(Owner::in_texts(&texts, &members).0, Owner::Cluster);
    }
}
