namespace KamtibmasPortal.News.Text.Words;

/// <summary>A word of a text and what it is found by.</summary>
/// <param name="Start">Where it stands in the text, in UTF-16 code units.</param>
/// <param name="Length">How much of the text it covers.</param>
/// <param name="Word">The word in lower case, without accents, apostrophes and dots: what a phrase compares.</param>
/// <param name="Terms">Its roots; the word itself where none is known. Two forms belong together when they share one of them.</param>
public readonly record struct TextWord(int Start, int Length, string Word, IReadOnlyList<string> Terms);
