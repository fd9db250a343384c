using System.Globalization;
using KamtibmasPortal.News.Search;

namespace KamtibmasPortal.News.Storage;

/// <summary>
/// What entries of the index are counted by, as small numbers: tags under their tokens, publishers ("p:Harian Kota"), months ("m:2023-12").
/// Grows only; the number of a key stays.
/// </summary>
internal sealed class EntryKeys
{
    private readonly Lock _lock = new();
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _publishers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _spellings = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _months = [];

    public string[] Names
    {
        get
        {
            lock (_lock)
            {
                return [.. _names];
            }
        }
    }

    /// <summary>The keys that a token of the index stands for: one of a tag, all spellings of a publisher; none where nothing bears it.</summary>
    public IReadOnlyList<int> Of(string token)
    {
        lock (_lock)
        {
            return _tags.TryGetValue(token, out var tag) ? [tag] : _spellings.TryGetValue(token, out var spellings) ? [.. spellings] : [];
        }
    }

    /// <summary>Appends the keys of an entry: its tags, its publisher, its month as the last.</summary>
    public void Add(List<int> keys, ReadOnlySpan<char> tags, string publisher, DateOnly? day)
    {
        lock (_lock)
        {
            var known = _tags.GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (var part in tags.Split(' '))
            {
                if (tags[part] is { Length: > 0 } tag)
                {
                    keys.Add(known.TryGetValue(tag, out var id) ? id : _tags[tag.ToString()] = Name(tag.ToString()));
                }
            }

            if (!_publishers.TryGetValue(publisher, out var held))
            {
                held = _publishers[publisher] = Name("p:" + publisher);
                var token = IndexTokens.Publisher(publisher);
                if (!_spellings.TryGetValue(token, out var spellings))
                {
                    _spellings[token] = spellings = [];
                }

                spellings.Add(held);
            }

            keys.Add(held);
            var month = day is null ? 0 : (day.Value.Year * 12) + day.Value.Month;
            keys.Add(_months.TryGetValue(month, out var at) ? at : _months[month] = Name(day is null ? "m:unknown" : string.Create(CultureInfo.InvariantCulture, $"m:{day:yyyy-MM}")));
        }
    }

    private int Name(string name)
    {
        _names.Add(name);
        return _names.Count - 1;
    }
}
