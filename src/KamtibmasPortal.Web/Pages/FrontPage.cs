using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages;

/// <summary>Headlines of one topic.</summary>
public sealed record TopicStrip(string Slug, string Name, IReadOnlyList<ArticleLine> Articles);

/// <summary>What stands where on the home page: each story in one place alone.</summary>
/// <param name="Lead">The first one; null while there is none.</param>
/// <param name="Beside">Those beside it.</param>
/// <param name="Days">The others of the newest, by day.</param>
/// <param name="Strips">Older ones by topic.</param>
public sealed record FrontPage(ArticleLine? Lead, IReadOnlyList<ArticleLine> Beside, IReadOnlyList<DaySection> Days, IReadOnlyList<TopicStrip> Strips)
{
    private const int BesideShown = 2;
    private const int OfTopic = 3;
    private const int LeastOfTopic = 2;

    /// <param name="pinned">What editors put first, in their order; one of them leads.</param>
    /// <param name="newest">The newest stories.</param>
    /// <param name="older">More stories for the strips, the newest among them.</param>
    /// <param name="topics">All topics, in the order of the strips.</param>
    /// <param name="now">The present moment.</param>
    public static FrontPage Of(IReadOnlyList<ArticleLine> pinned, IReadOnlyList<ArticleLine> newest, IReadOnlyList<ArticleLine> older, IReadOnlyList<Topic> topics, DateTimeOffset now)
    {
        var first = pinned.Concat(Without(newest, pinned)).ToList();
        // A story of unknown date may be years old: it leads only where an editor says so or nothing else is there.
        if (pinned.Count == 0 && first.Find(f => f.PublishedAt is not null) is { } dated)
        {
            first.Remove(dated);
            first.Insert(0, dated);
        }

        var top = first.Take(1 + BesideShown).ToList();
        var rest = Without(older, first).ToLookup(o => o.Topic?.Key, StringComparer.Ordinal);
        var strips = new List<TopicStrip>();
        foreach (var topic in topics)
        {
            var cards = rest[topic.Slug].Take(OfTopic).ToList();
            if (cards.Count >= LeastOfTopic)
            {
                strips.Add(new TopicStrip(topic.Slug, topic.Name, cards));
            }
        }

        return new FrontPage(top.FirstOrDefault(), [.. top.Skip(1)], DaySection.Of(first.Skip(top.Count), now), strips);
    }

    /// <summary>Those that stand not yet among others, neither themselves nor by another article of their story.</summary>
    private static IEnumerable<ArticleLine> Without(IReadOnlyList<ArticleLine> lines, IReadOnlyList<ArticleLine> shown)
    {
        var articles = shown.Select(s => s.Id).ToHashSet();
        var stories = shown.Select(s => s.Story?.Id).OfType<Guid>().ToHashSet();
        return lines.Where(l => !articles.Contains(l.Id) && !(l.Story is { } story && stories.Contains(story.Id)));
    }
}
