using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages;

/// <summary>A value by which hits can be narrowed.</summary>
public sealed record FacetLink(string Address, string Name, int Count, bool IsChosen);

/// <summary>The values of one sort, chosen ones first.</summary>
public sealed record Facet(string Heading, IReadOnlyList<FacetLink> Links);

public sealed class ArchiveModel(SearchQueries search, SearchQueryParser parser, SearchSuggestions suggestions, SourceGapQueries gaps, FacetNames names) : PortalPage
{
    private const int PageSize = 20;

    public ArchiveQuery Query { get; private set; } = null!;
    public SearchQuery Understood { get; private set; } = SearchQuery.Everything;
    public SearchPage Found { get; private set; } = new([], new HitCount(0, true), null);
    public IReadOnlyList<SearchSuggestion> Suggestions { get; private set; } = [];
    public IReadOnlyList<Facet> Facets { get; private set; } = [];
    public Timeline Timeline { get; private set; } = Timeline.Empty;
    public bool IsTooBroad { get; private set; }

    public bool IsRanked => Query.Order is SearchSort.Relevance && Found.Total.Count > SearchQueries.Ranked;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Query = ArchiveQuery.Read(Request.Query);
        var cursor = SearchCursor.Read(Query.Cursor);
        if (Query.Cursor is not null && cursor is null)
        {
            return BadRequest();
        }

        var request = Query.Request(parser);
        Understood = request.Query;
        try
        {
            Found = await search.PageAsync(request, PageSize, cursor, cancellation);
            await DivideAsync(request, cancellation);
            Suggestions = Found.Total.Count == 0 ? await suggestions.ForAsync(request.Query, cancellation) : [];
        }
        catch (SearchTooBroadException)
        {
            IsTooBroad = true;
        }

        Head = new PageHead(string.IsNullOrWhiteSpace(Query.Text) ? Texts.Archive.Title : Texts.Archive.FeedTitle(Query.Text), Addresses.Archive)
        {
            Description = Texts.Archive.Description,
            Path = Query.Cursor is null ? Query.Address(Addresses.Archive) : null,
            Feed = Query.After(null).In(null).Address(Addresses.FeedOf(Addresses.Archive)),
        };
        return Page();
    }

    private async Task DivideAsync(SearchRequest request, CancellationToken cancellation)
    {
        var all = await search.FacetsAsync(request, cancellation);
        var facets = new List<Facet>();
        foreach (var (heading, list, of) in FacetNames.Lists)
        {
            // Values of a list are alternatives: beside the chosen ones the others show what they would add.
            var counts = of(Query[list].Count == 0 ? all : await search.FacetsAsync(request with { Filter = Query.With(list, []).Filter }, cancellation));
            facets.Add(new Facet(heading, await names.LinksAsync(Query, list, counts, cancellation)));
        }

        Facets = [.. facets.Where(f => f.Links.Count > 0)];
        Timeline = Timeline.Of(all.Months, await gaps.ByMonthAsync(Query[ArchiveQuery.PublisherName], cancellation));
    }
}
