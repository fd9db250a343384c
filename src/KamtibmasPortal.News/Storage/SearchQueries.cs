using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

public enum SearchSort { Newest, Oldest, Relevance }

/// <summary>What is asked of the archive: a typed query within the limits of a filter.</summary>
public sealed record SearchRequest(SearchQuery Query, ArticleFilter Filter, SearchSort Sort);

/// <summary>A hit with the words that made it one.</summary>
/// <param name="Card">The article.</param>
/// <param name="Title">Its title, hits marked.</param>
/// <param name="Snippet">Words around the hits in its text, at most as long as a quotation may be; empty when only the title or tags speak.</param>
public sealed record SearchHit(ArticleCard Card, IReadOnlyList<SnippetPart> Title, IReadOnlyList<SnippetPart> Snippet);

/// <summary>One page of hits.</summary>
public sealed record SearchPage(IReadOnlyList<SearchHit> Hits, HitCount Total, string? NextCursor);

/// <summary>Search over what the public may see: pages, API, feeds and export ask here.</summary>
public sealed class SearchQueries(PortalDbContext db, ArticleQueries articles, IArticleSearch search, QueryCompiler compiler, SnippetWriter snippets, EntryShelf entries)
{
    /// <summary>Totals are counted exactly up to here.</summary>
    public const int CountLimit = 10_000;

    /// <summary>By relevance the newest so many hits are put in order: ranking all of a common word costs seconds and helps nobody.</summary>
    public const int Ranked = 1000;

    private const double TitleWeight = 3;
    private const double RecencyWeight = 2;
    private const double HalfLifeDays = 180;

    /// <exception cref="SearchTooBroadException">It took too long.</exception>
    public async Task<SearchPage> PageAsync(SearchRequest request, int limit, SearchCursor? after, CancellationToken cancellation)
    {
        if (await ScopeAsync(request, cancellation) is not { } scope)
        {
            return new SearchPage([], new HitCount(0, true), null);
        }

        var (hits, next, total) = await HitsAsync(request, scope, limit, after, cancellation);
        return new SearchPage(await ShowAsync(request.Query, hits, cancellation), total, next?.ToString());
    }

    public async Task<HitCount> CountAsync(SearchRequest request, CancellationToken cancellation) =>
        await ScopeAsync(request, cancellation) is { } scope ? await search.CountAsync(scope, CountLimit, cancellation) : new HitCount(0, true);

    /// <summary>All hits counted, however many: for work that goes through them all anyway.</summary>
    public async Task<int> CountAllAsync(SearchRequest request, CancellationToken cancellation) =>
        await ScopeAsync(request, cancellation) is { } scope ? (await search.CountAsync(scope, int.MaxValue - 1, cancellation)).Count : 0;

    /// <summary>How the found articles divide, all of them counted.</summary>
    public async Task<ArticleFacets> FacetsAsync(SearchRequest request, CancellationToken cancellation)
    {
        if (await ScopeAsync(request, cancellation) is not { } scope)
        {
            return new ArticleFacets([], [], [], [], []);
        }

        return (await EntriesAsync(scope, cancellation)).Facets();
    }

    /// <summary>How often each topic stands beside each month among the found articles.</summary>
    public async Task<IReadOnlyList<TopicMonth>> TopicMonthsAsync(SearchRequest request, CancellationToken cancellation) =>
        await ScopeAsync(request, cancellation) is { } scope ? (await EntriesAsync(scope, cancellation)).TopicMonths() : [];

    private async Task<EntrySet> EntriesAsync(SearchScope scope, CancellationToken cancellation) =>
        await entries.FindAsync(db, scope, wait: true, cancellation) ?? await entries.OfAsync(db, await search.NumbersAsync(scope, cancellation), cancellation);

    /// <summary>All hits, newest or oldest first, some at a time: memory does not grow with their number.</summary>
    public async IAsyncEnumerable<ArticleCard> AllAsync(SearchRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        const int Some = 500;
        if (await ScopeAsync(request, cancellation) is not { } scope)
        {
            yield break;
        }

        var oldest = request.Sort is SearchSort.Oldest;
        while (true)
        {
            var hits = await search.FindAsync(scope, oldest, Some, cancellation);
            foreach (var card in await CardsAsync(hits, cancellation))
            {
                yield return card;
            }

            if (hits.Count < Some)
            {
                yield break;
            }

            scope = oldest ? scope with { From = hits[^1].Number + 1 } : scope with { Before = hits[^1].Number };
        }
    }

    private async Task<(IReadOnlyList<IndexHit> Hits, SearchCursor? Next, HitCount Total)> HitsAsync(SearchRequest request, SearchScope scope, int limit, SearchCursor? after, CancellationToken cancellation)
    {
        if (request.Sort is SearchSort.Relevance)
        {
            return await RankedAsync(request.Query, scope, limit, after, cancellation);
        }

        var oldest = request.Sort is SearchSort.Oldest;
        SearchScope? rest = after is not { } cursor ? null
            : oldest ? scope with { From = Math.Max(scope.From, cursor.Number + 1) } : scope with { Before = Math.Min(scope.Before, cursor.Number) };
        var (hits, total) = await FoundAsync(scope, rest, oldest, limit + 1, cancellation);
        return hits.Count > limit ? ([.. hits.Take(limit)], new SearchCursor(hits[limit - 1].Number, 0), total) : (hits, null, total);
    }

    /// <param name="scope">What is counted.</param>
    /// <param name="rest">What of it is still to be shown; null for all.</param>
    /// <param name="oldest">Ascending.</param>
    /// <param name="take">At most so many hits.</param>
    /// <param name="cancellation">Stops the queries.</param>
    private async Task<(IReadOnlyList<IndexHit> Hits, HitCount Total)> FoundAsync(SearchScope scope, SearchScope? rest, bool oldest, int take, CancellationToken cancellation)
    {
        var hits = await search.FindAsync(rest ?? scope, oldest, take, cancellation);
        // What was found whole needs no second way through the index.
        return (hits, rest is null && hits.Count < take ? new HitCount(hits.Count, true) : await search.CountAsync(scope, CountLimit, cancellation));
    }

    private async Task<(IReadOnlyList<IndexHit> Hits, SearchCursor? Next, HitCount Total)> RankedAsync(SearchQuery query, SearchScope scope, int limit, SearchCursor? after, CancellationToken cancellation)
    {
        // The same newest hits take part on every page, whatever arrives meanwhile.
        var (newest, total) = await FoundAsync(scope, after is { } cursor ? scope with { Before = Math.Min(scope.Before, cursor.Number + 1) } : null, oldest: false, Ranked, cancellation);
        var leaves = query.Sought.Where(l => l is WordNode { Field: not SearchField.Change } or PhraseNode { Field: not SearchField.Change }).Take(12).ToList();
        var numbers = newest.Select(h => h.Number).ToList();
        var none = Enum.GetValues<SearchField>().ToLookup(_ => "", _ => Guid.Empty);
        // What every hit must hold needs no look: unpacking the texts of a thousand hits is what costs.
        var doubtful = leaves.Except(query.Certain).ToList();
        var asked = leaves.Select(compiler.InTitle).Concat(doubtful.Select(l => compiler.Compile(l, none)!)).ToList();
        var answers = await search.AmongAsync(numbers, asked, cancellation);
        var ranked = newest.Select(h => (Hit: h, Score: Score(h.Number))).OrderByDescending(h => h.Score).ThenByDescending(h => h.Hit.Number).Select(h => h.Hit);
        var skip = after?.Skip ?? 0;
        var page = ranked.Skip(skip).Take(limit + 1).ToList();
        return page.Count > limit ? ([.. page.Take(limit)], new SearchCursor(numbers[0], skip + limit), total) : (page, null, total);

        double Score(long number)
        {
            var days = (numbers[0] - number) / (double)SearchNumber.Places / 86_400;
            var words = 0.0;
            for (var i = 0; i < leaves.Count; i++)
            {
                var doubt = doubtful.IndexOf(leaves[i]);
                words += (answers[i].Contains(number) ? TitleWeight : 0) + (doubt < 0 || answers[leaves.Count + doubt].Contains(number) ? 1 : 0);
            }

            return words + (RecencyWeight * Math.Pow(0.5, days / HalfLifeDays));
        }
    }

    private async Task<IReadOnlyList<SearchHit>> ShowAsync(SearchQuery query, IReadOnlyList<IndexHit> hits, CancellationToken cancellation)
    {
        var cards = await CardsAsync(hits, cancellation);
        var sought = snippets.Seek(query.Sought);
        var ids = cards.Select(c => c.Id).ToList();
        var texts = sought.IsNothing ? [] : await articles.Published(ids).Select(a => new { a.Id, a.Body, a.Caption }).ToDictionaryAsync(a => a.Id, cancellation);
        return [.. cards.Select(card =>
        {
            var text = texts.GetValueOrDefault(card.Id);
            var snippet = text is null ? [] : snippets.Write(text.Body, sought, Disclosure.QuotationLimit);
            snippet = snippet.Count == 0 && text?.Caption is { } caption ? snippets.Write(caption, sought, Disclosure.QuotationLimit) : snippet;
            return new SearchHit(card, snippets.Mark(card.Title, sought), snippet);
        })];
    }

    /// <summary>In the order of the hits. What the public may no longer see is not among them, whatever the index says.</summary>
    private async Task<IReadOnlyList<ArticleCard>> CardsAsync(IReadOnlyList<IndexHit> hits, CancellationToken cancellation)
    {
        var cards = (await articles.CardsAsync([.. hits.Select(h => h.ArticleId)], cancellation)).ToDictionary(c => c.Id);
        return [.. hits.Where(h => cards.ContainsKey(h.ArticleId)).Select(h => cards[h.ArticleId])];
    }

    /// <summary>Null when no article can be a hit.</summary>
    private async Task<SearchScope?> ScopeAsync(SearchRequest request, CancellationToken cancellation)
    {
        var (query, filter) = (request.Query, request.Filter);
        if (query.IsHopeless)
        {
            return null;
        }

        var sources = await SourcesAsync(query, filter, cancellation);
        TokenExpression?[] parts =
        [
            compiler.Compile(query.Root, sources),
            AnyOf(filter.Regions.Select(r => IndexTokens.Tag(TagKind.Region, r))),
            AnyOf(filter.Agencies.Select(a => IndexTokens.Tag(TagKind.Agency, a))),
            AnyOf(filter.Topics.Select(t => IndexTokens.Tag(TagKind.Topic, t))),
            AnyOf(filter.Publishers.Select(IndexTokens.Publisher)),
            filter.Sources.Count == 0 ? null : QueryCompiler.Sources(filter.Sources.SelectMany(s => sources[s.ToLowerInvariant()])),
        ];
        return SearchScope.Of(TokenExpression.And(parts), Later(query.From, filter.From), Earlier(query.To, filter.To));
    }

    private async Task<ILookup<string, Guid>> SourcesAsync(SearchQuery query, ArticleFilter filter, CancellationToken cancellation)
    {
        var asked = filter.Sources.Count > 0 || query.Text.Contains("sumber:", StringComparison.OrdinalIgnoreCase);
        var known = asked ? await db.Sources.AsNoTracking().Select(s => new { s.Name, s.Id }).ToListAsync(cancellation) : [];
        return known.ToLookup(s => s.Name.ToLowerInvariant(), s => s.Id);
    }

    private static TokenExpression? AnyOf(IEnumerable<string> tokens) => tokens.Select(TokenExpression.Of).ToList() is { Count: > 0 } some ? TokenExpression.Or(some) : null;

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b ?? a : a;

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || b < a ? b ?? a : a;
}
