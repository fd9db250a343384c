using System.ComponentModel;
using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Api;

/// <summary>The parameters as the OpenAPI document describes them. They are texts here: <see cref="ArticleRequest"/> reads and refuses them by name.</summary>
public sealed record ArticleParameters
{
    [FromQuery(Name = "q"), Description("Search language: words, \"phrases\", -words, a OR b, ( ), judul:, wilayah:, instansi:, topik:, sumber:, penerbit:, sesudah:, sebelum:, berubah:.")]
    public string? Q { get; init; }

    [FromQuery(Name = "region"), Description("Kemendagri code, with everything below it. Repeated: either.")]
    public string[]? Region { get; init; }

    [FromQuery(Name = "agency"), Description("Agency slug. Repeated: either.")]
    public string[]? Agency { get; init; }

    [FromQuery(Name = "topic"), Description("Topic slug. Repeated: either.")]
    public string[]? Topic { get; init; }

    [FromQuery(Name = "source"), Description("Name of a source. Repeated: either.")]
    public string[]? Source { get; init; }

    [FromQuery(Name = "publisher"), Description("Name of a publisher. Repeated: either.")]
    public string[]? Publisher { get; init; }

    [FromQuery(Name = "from"), Description("First day of publication, inclusive: 2023-12-01.")]
    public string? From { get; init; }

    [FromQuery(Name = "to"), Description("Last day of publication, inclusive.")]
    public string? To { get; init; }

    [FromQuery(Name = "sort"), Description("newest (default without q), oldest, or relevance (default with q).")]
    public string? Sort { get; init; }

    [FromQuery(Name = "limit"), Description("Articles on a page, 1 to 100; 20 by default.")]
    public string? Limit { get; init; }

    [FromQuery(Name = "cursor"), Description("nextCursor of the page before.")]
    public string? Cursor { get; init; }

    [FromQuery(Name = "facets"), Description("true adds the counts that the found articles divide into.")]
    public string? Facets { get; init; }
}

/// <summary>What a request for articles asks for, checked.</summary>
public sealed record ArticleRequest(SearchRequest Search, int Limit, SearchCursor? Cursor, bool Facets)
{
    private const int DefaultLimit = 20;
    private const int HighestLimit = 100;

    /// <summary>Faults are left in the reader.</summary>
    public static async Task<ArticleRequest> ReadAsync(QueryReader query, SearchQueryParser parser, CatalogQueries catalog, CancellationToken cancellation)
    {
        query.Knowing("q", "region", "agency", "topic", "source", "publisher", "from", "to", "sort", "limit", "cursor", "facets");
        var filter = new ArticleFilter
        {
            Regions = query.All("region", Keys.IsRegion, "a Kemendagri code such as 31.75 or 31.75.05.1001"),
            Agencies = query.All("agency", Keys.IsSlug, "an agency slug such as polres-singkawang"),
            Topics = query.All("topic", Keys.IsSlug, "a topic slug such as narkotika"),
            Sources = query.All("source", Keys.IsText, "the name of a source"),
            Publishers = query.All("publisher", Keys.IsText, "the name of a publisher"),
            From = query.Day("from"),
            To = query.Day("to"),
        };
        if (filter.From > filter.To)
        {
            query.Refuse("from", "Must not be after to.");
        }

        var request = new ArticleRequest(new SearchRequest(parser.Parse(query.One("q")), filter, SortOf(query)), query.Number("limit", DefaultLimit, 1, HighestLimit), CursorOf(query), FacetsOf(query));
        if (!query.HasFaults)
        {
            await RefuseUnknownAsync(query, filter, catalog, cancellation);
        }

        return request;
    }

    private static SearchSort SortOf(QueryReader query)
    {
        switch (query.One("sort"))
        {
            case null:
                return string.IsNullOrWhiteSpace(query.One("q")) ? SearchSort.Newest : SearchSort.Relevance;
            case "newest":
                return SearchSort.Newest;
            case "oldest":
                return SearchSort.Oldest;
            case "relevance":
                return SearchSort.Relevance;
            default:
                query.Refuse("sort", "Must be newest, oldest or relevance.");
                return SearchSort.Newest;
        }
    }

    private static SearchCursor? CursorOf(QueryReader query)
    {
        if (query.One("cursor") is not { } text)
        {
            return null;
        }

        var cursor = SearchCursor.Read(text);
        if (cursor is null)
        {
            query.Refuse("cursor", "Must be the nextCursor of a page before.");
        }

        return cursor;
    }

    private static bool FacetsOf(QueryReader query)
    {
        switch (query.One("facets"))
        {
            case null or "false":
                return false;
            case "true":
                return true;
            default:
                query.Refuse("facets", "Must be true or false.");
                return false;
        }
    }

    /// <summary>Regions, topics and sources are closed lists: a value that is not in them is a mistake. Agencies and publishers come and go with the articles.</summary>
    private static async Task RefuseUnknownAsync(QueryReader query, ArticleFilter filter, CatalogQueries catalog, CancellationToken cancellation)
    {
        var regions = filter.Regions.Count == 0 ? [] : await catalog.RegionsAsync([.. filter.Regions], cancellation);
        if (filter.Regions.FirstOrDefault(r => !regions.ContainsKey(r)) is { } region)
        {
            query.Refuse("region", $"There is no region {region}.");
        }

        foreach (var topic in filter.Topics)
        {
            if (await catalog.FindTopicAsync(topic, cancellation) is null)
            {
                query.Refuse("topic", $"There is no topic {topic}.");
            }
        }

        foreach (var source in filter.Sources)
        {
            if (!await catalog.HasSourceAsync(source, cancellation))
            {
                query.Refuse("source", $"There is no source {source}.");
            }
        }
    }
}
