using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Regions;

public sealed class RegionsModel(PlaceQueries places, CatalogQueries catalog, TrendQueries trends, TimeProvider clock) : PortalPage
{
    private const int ResultsShown = 40;
    private const int ShortestSearch = 2;
    private const int LongestSearch = 80;

    public string? Search { get; private set; }
    public bool SearchTooShort { get; private set; }
    public IReadOnlyList<FoundPlace> Found { get; private set; } = [];
    public bool HasMore { get; private set; }

    /// <summary>Null while a search shows what it found.</summary>
    public ProvinceMap? Map { get; private set; }
    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public string MapTopicName => Topics.FirstOrDefault(t => t.Slug == Map?.Topic)?.Name ?? Texts.Places.AllTopics;

    public async Task OnGetAsync(
        [FromQuery(Name = Addresses.PlaceParameter)] string? search, [FromQuery(Name = Addresses.TopicParameter)] string? topic, [FromQuery(Name = Addresses.PeriodParameter)] string? period, CancellationToken cancellation)
    {
        var words = string.Concat((search ?? "").Where(c => !char.IsControl(c))).Trim();
        if (words.Length > 0)
        {
            Search = words.Length > LongestSearch ? words[..LongestSearch] : words;
            SearchTooShort = Search.Length < ShortestSearch;
            var found = SearchTooShort ? [] : await places.FindAsync(Search, ResultsShown + 1, cancellation);
            HasMore = found.Count > ResultsShown;
            Found = [.. found.Take(ResultsShown)];
        }

        if (Found.Count == 0)
        {
            await DrawAsync(topic, period, cancellation);
        }

        var isPlain = Search is null && topic is null && period is null;
        Head = new PageHead(Texts.Places.Title, Addresses.Regions) { Description = Texts.Places.Intro, Path = isPlain ? Addresses.Regions : null };
    }

    /// <summary>What is no topic or no period of ours is left out of account.</summary>
    private async Task DrawAsync(string? topic, string? period, CancellationToken cancellation)
    {
        Topics = await catalog.TopicsAsync(cancellation);
        var slug = Topics.FirstOrDefault(t => t.Slug == topic)?.Slug;
        var days = int.TryParse(period, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && ProvinceMap.Periods.Contains(number) ? number : (int?)null;
        var filter = new ArticleFilter
        {
            Topics = slug is null ? [] : [slug],
            From = days is { } length ? IndonesianDates.Today(clock.GetUtcNow()).AddDays(1 - length) : null,
        };
        var counts = (await trends.FacetsAsync(filter, cancellation))?.Regions.Where(r => Region.LevelOf(r.Key) is RegionLevel.Province).ToDictionary(r => r.Key, r => r.Count, StringComparer.Ordinal) ?? [];
        var names = (await catalog.ChildrenAsync(null, cancellation)).ToDictionary(r => r.Code, r => r.Name, StringComparer.Ordinal);
        Map = ProvinceMap.Of(slug, days, counts, names);
    }
}
