using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Stories;
using KamtibmasPortal.News.Text.Words;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>Stories as the public may see them. Every article comes through <see cref="ArticleQueries.Published()"/>.</summary>
public sealed class StoryQueries(PortalDbContext db, ArticleQueries articles, WordReader reader)
{
    /// <summary>More are counted, not shown.</summary>
    public const int MostMembers = 40;

    private const int MostPassages = 3;
    private const int LongestPassage = 400;

    private readonly SharedPassages _passages = new(reader);
    private readonly StoryDisagreements _disagreements = new(reader);

    public async Task<StoryAnswer> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Stories.AsNoTracking().Where(s => s.Id == id).Select(s => s.MergedInto).FirstOrDefaultAsync(cancellation) is { } moved)
        {
            return new StoryAnswer(null, await PublishedOf(moved).AnyAsync(cancellation) ? moved : null);
        }

        var shown = await PublishedOf(id).Include(a => a.Source).Include(a => a.Tags).AsSplitQuery().OrderBy(a => a.PublishedAt ?? a.FirstSeenAt).ThenBy(a => a.Id).Take(MostMembers).ToListAsync(cancellation);
        return new StoryAnswer(shown.Count == 0 ? null : await ViewAsync(id, shown, cancellation), null);
    }

    /// <summary>Every story of which the public sees two articles or more, with the time of its newest.</summary>
    public async Task<IReadOnlyList<(Guid Id, DateTime At)>> AllAsync(CancellationToken cancellation)
    {
        var stories =
            from entry in db.StoryEntries
            where entry.StoryId != null
            join article in articles.Published() on entry.ArticleId equals article.Id
            group article by entry.StoryId!.Value into story
            where story.Count() > 1
            orderby story.Key
            select new { story.Key, At = story.Max(a => a.RankedAt) };
        return [.. (await stories.ToListAsync(cancellation)).Select(s => (s.Key, s.At))];
    }

    private IQueryable<Article> PublishedOf(Guid story) => articles.Published().Where(a => db.StoryEntries.Any(e => e.ArticleId == a.Id && e.StoryId == story));

    private async Task<StoryView> ViewAsync(Guid id, List<Article> shown, CancellationToken cancellation)
    {
        var ids = shown.ConvertAll(a => a.Id);
        var cards = (await articles.CardsAsync(ids, cancellation)).ToDictionary(c => c.Id);
        var profiles = (await db.StoryEntries.AsNoTracking().Where(e => ids.Contains(e.ArticleId)).Select(e => new { e.ArticleId, e.Profile }).ToListAsync(cancellation)).ToDictionary(e => e.ArticleId, e => StoryProfileBytes.Read(e.Profile));
        // One may have been withdrawn between the two queries.
        shown.RemoveAll(a => !cards.ContainsKey(a.Id) || profiles.GetValueOrDefault(a.Id) is null);
        var room = new QuotationRoom(shown);
        var members = shown.ConvertAll(a => Member(a, shown, cards, profiles!, room));
        return new StoryView
        {
            Id = id,
            Title = members.Count == 0 ? "" : members[0].Card.Title,
            Members = members,
            Articles = await PublishedOf(id).CountAsync(cancellation),
            Publishers = await PublishedOf(id).Select(a => a.Publisher).Distinct().CountAsync(cancellation),
            Reports = members.Count(m => m.CopyOf is null),
            Disagreements = Tell(_disagreements.Find([.. shown.Select(a => new StoryReading(a.Id, StoryText.Of(a)))]), shown.ToDictionary(a => a.Id), cards, room),
        };
    }

    /// <summary>An article beside the earlier one with which it shares most.</summary>
    private StoryMember Member(Article article, List<Article> shown, Dictionary<Guid, ArticleCard> cards, Dictionary<Guid, StoryProfile> profiles, QuotationRoom room)
    {
        var nearest = shown.TakeWhile(a => a.Id != article.Id).Select(a => (Article: a, Copy: CopyComparison.Of(profiles[article.Id], profiles[a.Id])))
            .Where(x => x.Copy.Relation is not StoryRelation.Independent).OrderByDescending(x => x.Copy.OfFirst).FirstOrDefault();
        if (nearest.Article is not { } origin)
        {
            return new StoryMember(cards[article.Id], StoryRelation.Independent, null, 0, []);
        }

        var passages = _passages.Find(origin.Body, article.Body).OrderByDescending(p => p.Length).Take(MostPassages).OrderBy(p => p.Start)
            .Select(p => room.Quote(origin, article, p.Start, p.Length, LongestPassage)).OfType<string>();
        return new StoryMember(cards[article.Id], nearest.Copy.Relation, cards[origin.Id], nearest.Copy.OfFirst, [.. passages]);
    }

    private static List<ToldDisagreement> Tell(IReadOnlyList<StoryDisagreement> disagreements, Dictionary<Guid, Article> shown, Dictionary<Guid, ArticleCard> cards, QuotationRoom room) =>
        [.. disagreements.Select(d => new ToldDisagreement(d.Kind, d.About, [.. d.Sides.Select(s => new ToldSide(s.Value,
            [.. s.Words.Select(w => (w.ArticleId, Text: room.Quote(shown[w.ArticleId], shown[w.ArticleId], w.Start, w.Length, LongestPassage))).Where(w => w.Text is not null).Select(w => new ToldWords(cards[w.ArticleId], w.Text!))]))]))];

    /// <summary>How much of each article a page has quoted: under Excerpt no more than half of it altogether.</summary>
    private sealed class QuotationRoom(IEnumerable<Article> articles)
    {
        private readonly Dictionary<Guid, int> _left = articles.ToDictionary(a => a.Id, a => Disclosure.ShowsFullText(a) ? int.MaxValue / 2 : a.Body.Length / 2);

        /// <summary>Words of one that stand in the other as well; null when either has been quoted enough.</summary>
        public string? Quote(Article one, Article other, int start, int length, int longest)
        {
            // The stricter of the two decides: the words are both publishers'.
            var quotation = Disclosure.QuotePassage(one, start, length, Disclosure.ShowsFullText(other) ? longest : Math.Min(longest, Disclosure.QuotationLimit));
            if (_left[one.Id] < quotation.Length || _left[other.Id] < quotation.Length)
            {
                return null;
            }

            _left[one.Id] -= quotation.Length;
            _left[other.Id] -= other == one ? 0 : quotation.Length;
            return quotation;
        }
    }
}
