using System.Text;

namespace KamtibmasPortal.News.Search;

/// <summary>What the index keeps of one article: tokens in their places, and tokens that have none.</summary>
public sealed class IndexDocument
{
    /// <summary>PostgreSQL counts 256 places of one word and no more; both stores then count so many.</summary>
    private const int MostPlaces = 255;

    private readonly List<string> _sequence = [];
    private readonly SortedSet<string> _marks = new(StringComparer.Ordinal) { IndexTokens.Every };
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Tokens in their order; <see cref="IndexTokens.Gap"/> where neighbours are none.</summary>
    public IReadOnlyList<string> Sequence => _sequence;

    /// <summary>Tokens without a place.</summary>
    public IReadOnlyCollection<string> Marks => _marks;

    public void Append(string token)
    {
        var count = _counts.GetValueOrDefault(token);
        _counts[token] = count + 1;
        _sequence.Add(count < MostPlaces ? token : IndexTokens.Gap);
    }

    public void AppendGap() => _sequence.Add(IndexTokens.Gap);

    public void Mark(string token) => _marks.Add(token);

    /// <summary>Everything in one line, a blank between two tokens.</summary>
    public string ToLine()
    {
        var line = new StringBuilder();
        foreach (var token in _sequence)
        {
            line.Append(token).Append(' ');
        }

        // Otherwise the first mark would be the neighbour of the last word.
        line.Append('_');
        foreach (var mark in _marks)
        {
            line.Append(' ').Append(mark);
        }

        return line.ToString();
    }
}
