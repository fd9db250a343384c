using System.Buffers;

namespace KamtibmasPortal.News.Text.Words;

/// <summary>
/// Tells most words apart from those that are looked for without taking them apart. An affix changes at most the first letter of a root
/// (menangkap, tangkap), so whatever is found by a term holds the rest of a root that leads to it.
/// </summary>
public sealed class WordSieve
{
    private static readonly SearchValues<char> s_plain = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-");

    private readonly SearchValues<string>? _cores;

    /// <param name="cores">One of them stands in every word that is looked for.</param>
    internal WordSieve(IReadOnlyCollection<string> cores) =>
        _cores = cores.Any(c => c.Length == 0) ? null : SearchValues.Create([.. cores], StringComparison.OrdinalIgnoreCase);

    /// <summary>False where a word is certainly none of them. Accents, dots, apostrophes and digits are for the whole analysis to read.</summary>
    public bool Passes(ReadOnlySpan<char> word) => _cores is null || word.ContainsAny(_cores) || word.ContainsAnyExcept(s_plain);
}
