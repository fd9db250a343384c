using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>The entries in memory against a plain list of the same ones, through any row of changes.</summary>
public sealed class EntryArraysTests
{
    private static readonly string[] s_publishers = ["Harian Warga", "HARIAN WARGA", "Cakra"];

    private readonly Random _chance = new(20231201);
    private readonly EntryKeys _keys = new();
    private readonly SortedDictionary<long, Plain> _plain = [];

    private sealed record Plain(long Number, Guid Article, DateOnly? Day, string Publisher, string[] Tags)
    {
        public IEnumerable<string> Tokens => [.. Tags, IndexTokens.Publisher(Publisher), IndexTokens.Day(Day), IndexTokens.Every];
    }

    [Fact]
    public void Whatever_changes_they_answer_like_the_plain_list()
    {
        for (var i = 0; i < 700; i++)
        {
            Put(Any(_chance.Next(10_000)));
        }

        var arrays = Made();
        for (var round = 0; round < 30; round++)
        {
            var changed = Enumerable.Range(0, _chance.Next(1, 40)).Select(_ => (long)_chance.Next(10_000)).ToHashSet();
            foreach (var number in changed)
            {
                _plain.Remove(number);
                if (_chance.Next(3) > 0)
                {
                    Put(Any(number));
                }
            }

            arrays = arrays.With(changed, changed.Where(_plain.ContainsKey).Select(n => Held(_plain[n])));
            arrays = round % 7 == 6 ? arrays.Renewed() : arrays;
            Assert.Equal(_plain.Count, arrays.Count);
            for (var i = 0; i < 25; i++)
            {
                var (from, before) = _chance.Next(3) == 0 ? (_chance.Next(10_000), _chance.NextInt64(10_000)) : (0, long.MaxValue);
                Same(arrays, new SearchScope(_chance.Next(8) == 0 ? null : Asked(3), from, before));
            }
        }
    }

    [Fact]
    public void Numbers_in_any_order_are_found_and_those_that_are_not_there_are_named()
    {
        foreach (var number in Enumerable.Range(0, 500))
        {
            Put(Any(number * 3));
        }

        var arrays = Made().With(new HashSet<long> { 30, 33 }, [Held(Any(30)), Held(Any(31))]);
        var asked = new long[] { -5, 0, 30, 31, 33, 34, 1497, 1498, long.MaxValue }.Concat(Enumerable.Range(100, 60).Select(i => i * 3L)).ToArray();
        for (var i = 0; i < 20; i++)
        {
            _chance.Shuffle(asked);

            var found = arrays.Of(asked, out var missing);

            Assert.Equal([-5, 33, 34, 1498, long.MaxValue], missing.Order());
            Assert.Equal(asked.Except(missing).OrderDescending(), found.Numbers());
        }
    }

    [Theory]
    [InlineData("menangkap", false)]
    [InlineData("^menangkap", false)]
    [InlineData("~tangkap", false)]
    [InlineData("%netral", false)]
    [InlineData("s:0123", false)]
    [InlineData("m:202312", false)]
    [InlineData("r:31.75", true)]
    [InlineData("@", true)]
    public void Only_what_is_held_is_answered(string token, bool isHeld)
    {
        Assert.Equal(isHeld, EntryArrays.Answers(TokenExpression.Of(token)));
        Assert.Equal(isHeld, EntryArrays.Answers(TokenExpression.And([TokenExpression.Of("t:nataru"), TokenExpression.Not(TokenExpression.Of(token))])));
        Assert.False(EntryArrays.Answers(new TokenSequence(["r:31", "r:32"])));
    }

    private void Same(EntryArrays arrays, SearchScope scope)
    {
        var wanted = _plain.Values.Where(p => p.Number >= scope.From && p.Number < scope.Before && (scope.Expression is null || Holds(p, scope.Expression))).Reverse().ToList();
        var found = arrays.Find(scope);

        Assert.Equal(wanted.Count, found.Count);
        Assert.Equal(wanted.Select(p => p.Number), found.Numbers());
        Assert.Equal(wanted.Take(20).Select(p => new IndexHit(p.Number, p.Article)), found.Hits(oldestFirst: false, 20));
        Assert.Equal(wanted.AsEnumerable().Reverse().Take(20).Select(p => new IndexHit(p.Number, p.Article)), found.Hits(oldestFirst: true, 20));
        var facets = found.Facets();
        Assert.Equal(Counts(wanted.SelectMany(p => p.Tags).Where(t => t[0] == 'r').Select(t => t[2..])), facets.Regions);
        Assert.Equal(Counts(wanted.SelectMany(p => p.Tags).Where(t => t[0] == 't').Select(t => t[2..])), facets.Topics);
        Assert.Equal(Counts(wanted.Select(p => p.Publisher)), facets.Publishers);
        Assert.Equal(wanted.CountBy(p => Month(p.Day)).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => new KeyCount(m.Key, m.Value)), facets.Months);
        var months = wanted.SelectMany(p => p.Tags.Where(t => t[0] == 't').Select(t => (Topic: t[2..], Month: Month(p.Day)))).CountBy(x => x).Select(c => new TopicMonth(c.Key.Topic, c.Key.Month, c.Value));
        Assert.Equal(months.OrderBy(m => m.ToString(), StringComparer.Ordinal), found.TopicMonths().OrderBy(m => m.ToString(), StringComparer.Ordinal));
    }

    private static IEnumerable<KeyCount> Counts(IEnumerable<string> keys) => keys.CountBy(k => k).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new KeyCount(c.Key, c.Value));

    private static string Month(DateOnly? day) => day is { } d ? d.ToString("yyyy-MM", CultureInfo.InvariantCulture) : "unknown";

    private static bool Holds(Plain entry, TokenExpression expression) => expression switch
    {
        TokenLeaf leaf => entry.Tokens.Contains(leaf.Token),
        TokenConjunction and => and.Parts.All(p => Holds(entry, p)),
        TokenAlternatives or => or.Parts.Any(p => Holds(entry, p)),
        TokenDifference difference => Holds(entry, difference.From) && !Holds(entry, difference.Without),
        _ => false,
    };

    private TokenExpression Asked(int depth) => (depth == 0 ? 0 : _chance.Next(5)) switch
    {
        1 => TokenExpression.And([Asked(depth - 1), Asked(depth - 1)])!,
        2 => TokenExpression.Or([Asked(depth - 1), Asked(depth - 1)]),
        3 => TokenExpression.Not(Asked(depth - 1)),
        _ => TokenExpression.Of(_chance.Next(5) switch
        {
            0 => IndexTokens.Publisher(s_publishers[_chance.Next(3)]),
            1 => IndexTokens.Day(Day()),
            2 => "t:topik-lain",
            3 => IndexTokens.Tag(TagKind.Topic, $"t{_chance.Next(4)}"),
            _ => IndexTokens.Tag(TagKind.Region, $"{_chance.Next(6)}"),
        }),
    };

    private Plain Any(long number) => new(number, Guid.NewGuid(), Day(), s_publishers[_chance.Next(3)], [.. Enumerable.Range(0, _chance.Next(4)).Select(_ => _chance.Next(2) == 0 ? $"r:{_chance.Next(6)}" : $"t:t{_chance.Next(4)}").Distinct()]);

    private DateOnly? Day() => _chance.Next(6) == 0 ? null : new DateOnly(2023, 11, 28).AddDays(_chance.Next(8));

    private void Put(Plain entry) => _plain[entry.Number] = entry;

    private HeldEntry Held(Plain entry)
    {
        var keys = new List<int>();
        _keys.Add(keys, string.Join(' ', entry.Tags), entry.Publisher, entry.Day);
        return new HeldEntry(entry.Number, entry.Article, entry.Day?.DayNumber ?? 0, [.. keys]);
    }

    private EntryArrays Made()
    {
        var held = _plain.Values.Select(Held).ToList();
        var starts = new List<int> { 0 };
        held.ForEach(h => starts.Add(starts[^1] + h.Keys.Length));
        return new EntryArrays(_keys, [.. held.Select(h => h.Number)], [.. held.Select(h => h.ArticleId)], [.. held.Select(h => h.Day)], [.. starts], [.. held.SelectMany(h => h.Keys)]);
    }
}
