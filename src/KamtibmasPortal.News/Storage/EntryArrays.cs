using System.Diagnostics;
using KamtibmasPortal.News.Search;

namespace KamtibmasPortal.News.Storage;

/// <summary>An entry as it is held: its number, its article, its day (0 without one), its keys.</summary>
internal sealed record HeldEntry(long Number, Guid ArticleId, int Day, int[] Keys);

/// <summary>
/// All entries of the index at one moment, in arrays by ascending number: some hundred bytes each. For each key the places of the entries that
/// bear it, so that a question of tags, publishers and days is answered by bits, without the store. Entries that came since the arrays were
/// made stand in a short list beside them. Never changes: a change makes another that shares the arrays.
/// </summary>
internal sealed class EntryArrays
{
    private readonly long[] _numbers;
    private readonly Guid[] _articles;
    private readonly int[] _days;
    private readonly int[] _starts;
    private readonly int[] _keys;
    private readonly int[] _bearerStarts;
    private readonly int[] _bearers;
    private readonly ulong[] _gone;
    private readonly HeldEntry[] _late;
    private readonly int _goneCount;

    private EntryArrays(EntryArrays made, ulong[] gone, HeldEntry[] late)
    {
        (_numbers, _articles, _days, _starts, _keys, _bearerStarts, _bearers) = (made._numbers, made._articles, made._days, made._starts, made._keys, made._bearerStarts, made._bearers);
        (_gone, _late, Keys) = (gone, late, made.Keys);
        _goneCount = gone.Sum(System.Numerics.BitOperations.PopCount);
    }

    /// <param name="keys">What the numbers of keys stand for.</param>
    /// <param name="numbers">Ascending.</param>
    /// <param name="articles">By place, as the numbers.</param>
    /// <param name="days">Day numbers, 0 without one.</param>
    /// <param name="starts">Where the keys of each begin; one more for the end.</param>
    /// <param name="held">Keys of all entries one behind the other.</param>
    public EntryArrays(EntryKeys keys, long[] numbers, Guid[] articles, int[] days, int[] starts, int[] held)
    {
        (Keys, _numbers, _articles, _days, _starts, _keys) = (keys, numbers, articles, days, starts, held);
        (_gone, _late) = (new ulong[Words(numbers.Length)], []);
        _bearerStarts = new int[(held.Length == 0 ? 0 : held.Max() + 1) + 1];
        foreach (var key in held)
        {
            _bearerStarts[key + 1]++;
        }

        for (var i = 1; i < _bearerStarts.Length; i++)
        {
            _bearerStarts[i] += _bearerStarts[i - 1];
        }

        var (next, bearers) = ((int[])_bearerStarts.Clone(), new int[held.Length]);
        for (var at = 0; at < numbers.Length; at++)
        {
            foreach (var key in KeysAt(at))
            {
                bearers[next[key]++] = at;
            }
        }

        _bearers = bearers;
    }

    public EntryKeys Keys { get; }

    public int Count => _numbers.Length - _goneCount + _late.Length;

    /// <summary>So many stand beside the arrays that these should be made anew.</summary>
    public bool IsWorn => _late.Length > 4096 + (_numbers.Length / 100);

    internal int Places => _numbers.Length;

    internal ReadOnlySpan<HeldEntry> Late => _late;

    internal ReadOnlySpan<ulong> Gone => _gone;

    internal ReadOnlySpan<int> KeysAt(int at) => _keys.AsSpan(_starts[at], _starts[at + 1] - _starts[at]);

    internal ReadOnlySpan<int> BearersOf(int key) => key + 1 < _bearerStarts.Length ? _bearers.AsSpan(_bearerStarts[key], _bearerStarts[key + 1] - _bearerStarts[key]) : [];

    internal IndexHit HitAt(int at) => new(_numbers[at], _articles[at]);

    internal static int Words(int places) => (places + 63) / 64;

    /// <summary>Whether the words of an expression are all held here: tags, publishers, days.</summary>
    public static bool Answers(TokenExpression? expression) => expression switch
    {
        null => true,
        TokenLeaf leaf => leaf.Token == IndexTokens.Every || IsHeld(leaf.Token),
        TokenConjunction and => and.Parts.All(Answers),
        TokenAlternatives or => or.Parts.All(Answers),
        TokenDifference difference => Answers(difference.From) && Answers(difference.Without),
        _ => false,
    };

    /// <summary>The entries of a scope that <see cref="Answers"/>.</summary>
    public EntrySet Find(SearchScope scope)
    {
        var (low, high) = (PlaceOf(scope.From), PlaceOf(scope.Before));
        var bits = new ulong[Words(Places)];
        if (scope.Expression is null)
        {
            Fill(bits, low, high);
        }
        else
        {
            Mark(scope.Expression, bits, low, high);
            Keep(bits, low, high);
        }

        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] &= ~_gone[i];
        }

        return new EntrySet(this, bits, [.. _late.Where(e => e.Number >= scope.From && e.Number < scope.Before && (scope.Expression is null || Answers(e, scope.Expression)))]);
    }

    /// <summary>The entries of some numbers, in any order; neighbours that lie near each other are found faster.</summary>
    /// <param name="numbers">As the store has found them.</param>
    /// <param name="missing">Those of which nothing is held.</param>
    public EntrySet Of(IReadOnlyList<long> numbers, out List<long> missing)
    {
        var (bits, late, at) = (new ulong[Words(Places)], new List<HeldEntry>(), 0);
        missing = [];
        foreach (var number in numbers)
        {
            at = PlaceNear(at, number);
            if (at < Places && _numbers[at] == number && !Has(_gone, at))
            {
                bits[at >> 6] |= 1UL << at;
            }
            else if (LateAt(number) is { } entry)
            {
                late.Add(entry);
            }
            else
            {
                missing.Add(number);
            }
        }

        return new EntrySet(this, bits, [.. late.OrderBy(e => e.Number)]);
    }

    /// <summary>These entries without some, and with others in their place.</summary>
    public EntryArrays With(IReadOnlySet<long> numbers, IEnumerable<HeldEntry> now)
    {
        var gone = (ulong[])_gone.Clone();
        foreach (var number in numbers)
        {
            if (Array.BinarySearch(_numbers, number) is >= 0 and var at)
            {
                gone[at >> 6] |= 1UL << at;
            }
        }

        return new EntryArrays(this, gone, [.. _late.Where(e => !numbers.Contains(e.Number)).Concat(now).OrderBy(e => e.Number)]);
    }

    /// <summary>The same entries, all of them in the arrays.</summary>
    public EntryArrays Renewed()
    {
        var (numbers, articles, days, starts, held) = (new List<long>(Count), new List<Guid>(Count), new List<int>(Count), new List<int>(Count + 1) { 0 }, new List<int>(_keys.Length));
        var late = 0;
        for (var at = 0; at <= Places; at++)
        {
            for (; late < _late.Length && (at == Places || _late[late].Number < _numbers[at]); late++)
            {
                Add(_late[late].Number, _late[late].ArticleId, _late[late].Day, _late[late].Keys);
            }

            if (at < Places && !Has(_gone, at))
            {
                Add(_numbers[at], _articles[at], _days[at], KeysAt(at));
            }
        }

        return new EntryArrays(Keys, [.. numbers], [.. articles], [.. days], [.. starts], [.. held]);

        void Add(long number, Guid article, int day, ReadOnlySpan<int> keys)
        {
            numbers.Add(number);
            articles.Add(article);
            days.Add(day);
            held.AddRange(keys);
            starts.Add(held.Count);
        }
    }

    private static bool IsHeld(string token) => token is ['r' or 'a' or 't' or 'p' or 'd', ':', ..];

    private static bool Has(ReadOnlySpan<ulong> bits, int at) => (bits[at >> 6] & (1UL << at)) != 0;

    private int PlaceOf(long number)
    {
        var found = Array.BinarySearch(_numbers, number);
        return found >= 0 ? found : ~found;
    }

    /// <summary>The first place whose number is not less, sought in growing steps from a place that may be near.</summary>
    private int PlaceNear(int at, long number)
    {
        var (low, high) = (at, at);
        for (var step = 1; high < Places && _numbers[high] < number; step *= 2)
        {
            (low, high) = (high + 1, high + step);
        }

        for (var step = 1; low > 0 && _numbers[low - 1] >= number; step *= 2)
        {
            (low, high) = (Math.Max(0, low - 1 - step), low - 1);
        }

        high = Math.Min(high, Places);
        var found = Array.BinarySearch(_numbers, low, high - low, number);
        return found >= 0 ? found : ~found;
    }

    private HeldEntry? LateAt(long number)
    {
        var (low, high) = (0, _late.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (_late[middle].Number.CompareTo(number))
            {
                case 0:
                    return _late[middle];
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return null;
    }

    /// <summary>Sets the bits of what answers; outside of low to high they mean nothing.</summary>
    private void Mark(TokenExpression expression, ulong[] bits, int low, int high)
    {
        switch (expression)
        {
            case TokenLeaf { Token: IndexTokens.Every }:
                Fill(bits, low, high);
                break;
            case TokenLeaf { Token: ['d', ':', ..] token }:
                var day = DayOf(token);
                for (var at = low; at < high; at++)
                {
                    if (_days[at] == day)
                    {
                        bits[at >> 6] |= 1UL << at;
                    }
                }

                break;
            case TokenLeaf leaf:
                foreach (var key in Keys.Of(leaf.Token))
                {
                    foreach (var at in BearersOf(key))
                    {
                        bits[at >> 6] |= 1UL << at;
                    }
                }

                break;
            case TokenAlternatives or:
                foreach (var part in or.Parts)
                {
                    Mark(part, bits, low, high);
                }

                break;
            case TokenConjunction and:
                var all = Marked(and.Parts[0], low, high);
                foreach (var part in and.Parts.Skip(1))
                {
                    Combine(all, Marked(part, low, high), (a, b) => a & b);
                }

                Combine(bits, all, (a, b) => a | b);
                break;
            case TokenDifference difference:
                var rest = Marked(difference.From, low, high);
                Combine(rest, Marked(difference.Without, low, high), (a, b) => a & ~b);
                Combine(bits, rest, (a, b) => a | b);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private ulong[] Marked(TokenExpression expression, int low, int high)
    {
        var bits = new ulong[Words(Places)];
        Mark(expression, bits, low, high);
        return bits;
    }

    private static void Combine(ulong[] into, ulong[] other, Func<ulong, ulong, ulong> how)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = how(into[i], other[i]);
        }
    }

    private static void Fill(ulong[] bits, int low, int high)
    {
        Array.Fill(bits, ulong.MaxValue);
        Keep(bits, low, high);
    }

    /// <summary>Nothing below low, nothing from high on.</summary>
    private static void Keep(ulong[] bits, int low, int high)
    {
        Array.Clear(bits, 0, low >> 6);
        if (low >> 6 < bits.Length)
        {
            bits[low >> 6] &= ulong.MaxValue << low;
        }

        if (high >> 6 < bits.Length)
        {
            bits[high >> 6] &= ~(ulong.MaxValue << high);
            Array.Clear(bits, (high >> 6) + 1, bits.Length - (high >> 6) - 1);
        }
    }

    private bool Answers(HeldEntry entry, TokenExpression expression) => expression switch
    {
        TokenLeaf { Token: IndexTokens.Every } => true,
        TokenLeaf { Token: ['d', ':', ..] token } => entry.Day == DayOf(token),
        TokenLeaf leaf => Keys.Of(leaf.Token).Any(k => entry.Keys.Contains(k)),
        TokenConjunction and => and.Parts.All(p => Answers(entry, p)),
        TokenAlternatives or => or.Parts.Any(p => Answers(entry, p)),
        TokenDifference difference => Answers(entry, difference.From) && !Answers(entry, difference.Without),
        _ => throw new UnreachableException(),
    };

    private static int DayOf(string token) => IndexTokens.DayOf(token)?.DayNumber ?? 0;
}
