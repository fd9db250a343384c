using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Text.Words;

namespace KamtibmasPortal.News.Stories;

public enum DisagreementKind { Date, Place, Number }

/// <summary>The words of an article that say one side of a disagreement.</summary>
/// <param name="ArticleId">Where they stand.</param>
/// <param name="Start">Offset in the body, UTF-16 code units.</param>
/// <param name="Length">Length, UTF-16 code units.</param>
public sealed record StatedWords(Guid ArticleId, int Start, int Length);

/// <summary>One side of a disagreement: who gives this value.</summary>
/// <param name="Value">Day, region code, or number in the unit of the disagreement; what is compared, not what is shown.</param>
/// <param name="Words">The words of each article that gives it.</param>
public sealed record StatedValue(string Value, IReadOnlyList<StatedWords> Words);

/// <summary>What the articles of a story tell differently.</summary>
/// <param name="Kind">Of what sort.</param>
/// <param name="About">For numbers what is counted ("tewas", "rupiah", "gram"); else empty.</param>
/// <param name="Sides">Two or more, the one most articles give first.</param>
public sealed record StoryDisagreement(DisagreementKind Kind, string About, IReadOnlyList<StatedValue> Sides);

/// <summary>An article of a story with its text.</summary>
public sealed record StoryReading(Guid Id, StoryText Text);

/// <summary>
/// Compares what the articles of one story state. It speaks only where two state one thing differently: a number counts when both give
/// it for the same people or goods, rounded ones ("lebih dari 11 kilogram") agree with exact ones.
/// </summary>
public sealed class StoryDisagreements(WordReader reader)
{
    private const double Rounding = 0.1;

    public IReadOnlyList<StoryDisagreement> Find(IReadOnlyList<StoryReading> members)
    {
        var read = members.Select(m => (Member: m, Words: StoryWord.Read(reader, m.Text.Body))).ToList();
        var found = new List<StoryDisagreement>();
        AddDates(found, read);
        AddPlaces(found, members);
        AddNumbers(found, read);
        return found;
    }

    /// <summary>The first printed day of each: when it happened, as the lead says.</summary>
    private static void AddDates(List<StoryDisagreement> found, List<(StoryReading Member, List<StoryWord> Words)> read)
    {
        var all = read.ConvertAll(r => (r.Member.Id, Days: StoryDays.Find(r.Member.Text.Body, r.Words, r.Member.Text.PublishedDay).Where(d => d.IsPrinted).ToList()));
        var named = all.SelectMany(a => a.Days.Select(d => (a.Id, d.Number))).Distinct().GroupBy(d => d.Number).ToDictionary(g => g.Key, g => g.Count());
        // A day that another one names as well is no contradiction, whatever else either of them names.
        var alone = all.Where(a => a.Days.Count > 0 && a.Days.TrueForAll(d => named[d.Number] == 1)).ToList();
        var common = all.Where(a => a.Days.Exists(d => named[d.Number] > 1)).ToList();
        if (alone.Count == 0 || alone.Count + common.Count < 2)
        {
            return;
        }

        var sides = alone.Select(a => Side(a.Id, a.Days[0])).ToList();
        if (common.Count > 0)
        {
            var day = named.MaxBy(n => (n.Value, -n.Key)).Key;
            sides.Insert(0, new StatedValue(Text(day), [.. common.Where(a => a.Days.Exists(d => d.Number == day)).Select(a => At(a.Id, a.Days.Find(d => d.Number == day)))]));
        }

        found.Add(new StoryDisagreement(DisagreementKind.Date, "", sides));

        static StatedValue Side(Guid id, StoryDay day) => new(Text(day.Number), [At(id, day)]);
        static StatedWords At(Guid id, StoryDay day) => new(id, day.Start, day.Length);
        static string Text(int day) => DateOnly.FromDayNumber(day).ToString("O", CultureInfo.InvariantCulture);
    }

    /// <summary>Primary regions of articles that have no region in common, not even one within another.</summary>
    private static void AddPlaces(List<StoryDisagreement> found, IReadOnlyList<StoryReading> members)
    {
        var places = members.Select(m => (m.Id, Tag: m.Text.Tags.FirstOrDefault(t => t is { Kind: TagKind.Region, IsMain: true }), All: m.Text.Tags.Where(t => t is { Kind: TagKind.Region, IsImplied: false }).Select(t => t.Key).ToList()))
            .Where(p => p.Tag is not null && p.Tag.Evidence.Exists(e => e.Field is EvidenceField.Body)).ToList();
        var apart = places.FindAll(a => places.Exists(b => !a.All.Exists(x => b.All.Exists(y => Region.Contains(x, y) || Region.Contains(y, x)))));
        var sides = apart.GroupBy(p => p.Tag!.Key).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (sides.Count < 2)
        {
            return;
        }

        found.Add(new StoryDisagreement(DisagreementKind.Place, "", [.. sides.Select(g => new StatedValue(g.Key, [.. g.Select(p => Words(p.Id, p.Tag!))]))]));

        static StatedWords Words(Guid id, ArticleTag tag)
        {
            var evidence = tag.Evidence.Find(e => e.Field is EvidenceField.Body)!;
            return new StatedWords(id, evidence.Start, evidence.Length);
        }
    }

    private static void AddNumbers(List<StoryDisagreement> found, List<(StoryReading Member, List<StoryWord> Words)> read)
    {
        var stated = read.SelectMany(r => StatedNumbers.Find(r.Words).Select(n => (r.Member.Id, Number: n))).GroupBy(s => s.Number.About);
        foreach (var about in stated.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            // One that gives several numbers for a thing may mean parts of it: only single statements are set against each other.
            var single = about.GroupBy(s => s.Id).Where(g => g.Select(s => s.Number.Value).Distinct().Count() == 1).Select(g => g.First()).ToList();
            var sides = new List<(double Value, List<StatedWords> Words)>();
            foreach (var (id, number) in single)
            {
                var words = new StatedWords(id, number.Start, number.Length);
                var side = sides.FindIndex(s => Math.Abs(s.Value - number.Value) <= (number.IsRounded || number.Value >= 100 ? Rounding : 0) * Math.Max(s.Value, number.Value));
                if (side < 0)
                {
                    sides.Add((number.Value, [words]));
                }
                else
                {
                    sides[side].Words.Add(words);
                }
            }

            if (sides.Count > 1)
            {
                found.Add(new StoryDisagreement(DisagreementKind.Number, about.Key, [.. sides.OrderByDescending(s => s.Words.Count).Select(s => new StatedValue(s.Value.ToString("R", CultureInfo.InvariantCulture), s.Words))]));
            }
        }
    }
}
