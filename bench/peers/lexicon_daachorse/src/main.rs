// Many words in one text with daachorse and aho-corasick: lexicon_daachorse TEXT WORDS
//
// WORDS is what `bench_lexicon_peers COUNT WORDS` writes.
use std::time::Instant;

fn measure(name: &str, text: &str, search: impl Fn() -> usize) {
    let mut best = f64::MAX;
    let mut matches = 0;
    for _ in 0..8 {
        let begin = Instant::now();
        matches = search();
        best = best.min(begin.elapsed().as_secs_f64());
    }
    println!("{:<22} {:8.1} MB/s  {} matches", name, text.len() as f64 / 1e6 / best, matches);
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let text = std::fs::read_to_string(&arguments[1]).unwrap();
    let list = std::fs::read_to_string(&arguments[2]).unwrap();
    let words: Vec<&str> = list.lines().collect();
    let characters = daachorse::CharwiseDoubleArrayAhoCorasick::<u32>::new(&words).unwrap();
    measure("daachorse, characters", &text, || characters.find_overlapping_iter(&text).count());
    let bytes = daachorse::DoubleArrayAhoCorasick::<u32>::new(&words).unwrap();
    measure("daachorse, bytes", &text, || bytes.find_overlapping_iter(&text).count());
    let dense = aho_corasick::AhoCorasick::builder()
        .kind(Some(aho_corasick::AhoCorasickKind::DFA))
        .build(&words)
        .unwrap();
    measure("aho-corasick, DFA", &text, || dense.find_overlapping_iter(&text).count());
}
