using System.Collections.Concurrent;
using System.Text;

namespace KamtibmasPortal.News.Text.Words;

/// <summary>Text to words and what they are found by: the one analysis that stores, queries and highlighting share.</summary>
public sealed class WordReader
{
    /// <summary>Words seen before are most of any text, and taking one apart costs a hundred times a look-up. What is rare is forgotten all at once.</summary>
    private const int MostRemembered = 150_000;
    private const int LongestRemembered = 32;

    private readonly WordForms _forms;
    private readonly Lazy<ILookup<string, string>> _rootsByTerm;
    private readonly ConcurrentDictionary<string, (string Word, IReadOnlyList<string> Terms)> _seen = new(StringComparer.Ordinal);
    private int _remembered;

    public WordReader()
    {
        var roots = RootList.Load();
        _forms = new WordForms(roots);
        _rootsByTerm = new(() => roots.Words.SelectMany(w => roots.Find(w)!.Terms.Select(t => (Term: t, Root: w))).ToLookup(r => r.Term, r => r.Root, StringComparer.Ordinal));
    }

    /// <summary>Lets through whatever is found by one of these terms, and these words themselves.</summary>
    public WordSieve Sieve(IEnumerable<string> terms, IEnumerable<string> words) =>
        new([.. terms.SelectMany(t => _rootsByTerm.Value[t].Append(t)).Select(r => r[Math.Min(1, r.Length)..]).Concat(words).Distinct(StringComparer.Ordinal)]);

    /// <summary>The words of a text in its order. They do not overlap; what is between them is blank or punctuation.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="sieve">What does not pass it stands in its place without a word and terms.</param>
    public IEnumerable<TextWord> Read(string text, WordSieve? sieve = null)
    {
        var at = 0;
        while (at < text.Length)
        {
            var length = LengthAt(text, at, out var isWord);
            if (isWord)
            {
                yield return sieve?.Passes(text.AsSpan(at, length)) is false ? new TextWord(at, length, "", []) : WordAt(text, at, length);
            }

            at += length;
        }
    }

    private TextWord WordAt(string text, int start, int length)
    {
        if (length > LongestRemembered)
        {
            return Parse(text, start, length);
        }

        var seen = _seen.GetAlternateLookup<ReadOnlySpan<char>>();
        if (seen.TryGetValue(text.AsSpan(start, length), out var known))
        {
            return new TextWord(start, length, known.Word, known.Terms);
        }

        var parsed = Parse(text, start, length);
        if (Interlocked.Increment(ref _remembered) > MostRemembered)
        {
            _seen.Clear();
            Interlocked.Exchange(ref _remembered, 0);
        }

        seen[text.AsSpan(start, length)] = (parsed.Word, parsed.Terms);
        return parsed;
    }

    private TextWord Parse(string text, int start, int length)
    {
        var span = text.AsSpan(start, length);
        if (char.IsAsciiDigit(span[0]) && !HasLetter(span))
        {
            var number = Numbers.Key(span);
            return new TextWord(start, length, number, [number]);
        }

        if (span.Contains('.'))
        {
            var initials = WordKey.Of(span.ToString().Replace(".", "", StringComparison.Ordinal));
            return new TextWord(start, length, initials, [initials]);
        }

        var word = WordKey.Of(span);
        return new TextWord(start, length, word, TermsOf(word));
    }

    private IReadOnlyList<string> TermsOf(string word)
    {
        var hyphen = word.IndexOf('-', StringComparison.Ordinal);
        if (hyphen < 0)
        {
            // "anak2" is how haste writes anak-anak.
            return word.Length > 3 && word[^1] == '2' && !word.AsSpan(0, word.Length - 1).ContainsAnyExceptInRange('a', 'z') ? _forms.TermsOf(word[..^1]) : _forms.TermsOf(word);
        }

        var (first, second) = (word[..hyphen], word[(hyphen + 1)..]);
        if (Hyphens.IsSign(first, second))
        {
            return [word];
        }

        if (Hyphens.IsSuffix(second))
        {
            return _forms.TermsOf(first);
        }

        if (Hyphens.IsPrefix(first) && !Hyphens.IsDoubled(first, second))
        {
            return _forms.TermsOf(second);
        }

        var (one, other) = (_forms.TermsOf(first), _forms.TermsOf(second));
        return one.Intersect(other).Any() ? [.. one.Intersect(other)] : [.. one.Union(other)];
    }

    /// <summary>How far the word, or what is none, reaches from here.</summary>
    private static int LengthAt(string text, int start, out bool isWord)
    {
        Rune.DecodeFromUtf16(text.AsSpan(start), out var rune, out var length);
        isWord = (WordChars.IsLetter(rune) || WordChars.IsDigit(rune)) && !WordChars.IsApostrophe(text[start]);
        if (!isWord || WordChars.StandsAlone(rune))
        {
            return length;
        }

        var rest = text.AsSpan(start);
        if (char.IsAsciiDigit(rest[0]))
        {
            var number = Numbers.Length(rest);
            var letters = Letters(rest[number..]);
            return letters > 0 && number <= 4 ? number + letters : number;
        }

        if (Initials(rest) is > 0 and var initials)
        {
            return initials;
        }

        // "Rp5.000" is an amount, not a word with digits.
        if (rest.Length > 2 && rest.StartsWith("rp", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(rest[2]))
        {
            return 2;
        }

        var end = Letters(rest);
        return end + Joined(rest, end);
    }

    /// <summary>Length of the part behind a hyphen that belongs to the word, hyphen included, or 0.</summary>
    private static int Joined(ReadOnlySpan<char> text, int end)
    {
        if (end > WordKey.Limit || end + 1 >= text.Length || !WordChars.IsHyphen(text[end]))
        {
            return 0;
        }

        var part = Letters(text[(end + 1)..]);
        if (part is 0 or > WordKey.Limit)
        {
            return 0;
        }

        var (first, second) = (WordKey.Of(text[..end]), WordKey.Of(text.Slice(end + 1, part)));
        return Hyphens.IsSign(first, second) || Hyphens.IsPrefix(first) || Hyphens.IsSuffix(second) || Hyphens.IsDoubled(first, second) ? part + 1 : 0;
    }

    /// <summary>Letters, digits, and the marks and apostrophes between them.</summary>
    private static int Letters(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length)
        {
            if (char.IsAsciiLetterOrDigit(text[end]))
            {
                end++;
                continue;
            }

            Rune.DecodeFromUtf16(text[end..], out var rune, out var length);
            var inside = ((WordChars.IsLetter(rune) || WordChars.IsDigit(rune)) && !WordChars.StandsAlone(rune)) || (end > 0 && WordChars.Continues(rune));
            if (!inside && !(end > 0 && WordChars.IsApostrophe(text[end]) && end + 1 < text.Length && char.IsLetter(text[end + 1])))
            {
                break;
            }

            end += length;
        }

        return end;
    }

    /// <summary>"S.H.", "S.I.K.": letters each with its full stop, at least two. The last stop may end the sentence and stays outside.</summary>
    private static int Initials(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end + 1 < text.Length && char.IsAsciiLetter(text[end]) && text[end + 1] == '.')
        {
            end += 2;
        }

        var open = end < text.Length && char.IsAsciiLetter(text[end]) && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1]));
        return end >= 4 || (end == 2 && open) ? open ? end + 1 : end - 1 : 0;
    }

    private static bool HasLetter(ReadOnlySpan<char> word) => word.ContainsAnyInRange('a', 'z') || word.ContainsAnyInRange('A', 'Z');
}
