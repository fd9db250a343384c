using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Tests.Storage;

/// <summary>Sixteen published articles small enough to count by hand, and the answers a filter must give, worked out in memory.</summary>
internal static class SmallArchive
{
    private static readonly (string Source, string Publisher)[] Sources = [("Humas", "Humas Polres"), ("Harian", "Harian Warga"), ("humas-lama", "Humas Polres"), ("Élan", "élan")];

    public static readonly IReadOnlyList<Sketch> Articles =
    [
        new("01", "Humas", "2023-12-01", ["31.75"], ["polres-metro-jakarta-timur"], ["nataru"]),
        new("02", "Humas", "2023-12-01", ["31.75.05.1001"], ["polsek-pasar-rebo"], ["kemitraan-warga"]),
        new("03", "Humas", "2023-12-24", ["31.74"], ["bnn"], ["narkotika", "nataru"]),
        new("04", "Humas", "2023-12-31", ["61.72"], ["pemkot-singkawang"], ["nataru"]),
        new("05", "Humas", null, ["31"], ["polda-metro-jaya"], []),
        new("06", "Harian", "2024-01-01", ["31.75.05"], ["polsek-pasar-rebo", "bnn"], ["nataru"]),
        new("07", "Harian", "2024-01-01", ["61"], [], ["bencana"]),
        new("08", "Harian", "2024-01-02", [], ["bnn"], ["narkotika"]),
        new("09", "Harian", null, [], [], []),
        new("10", "Harian", "2031-05-05", ["61.72", "31.75"], ["BNN-Lain"], ["bencana"]),
        new("11", "humas-lama", "2022-02-28", ["31.75"], [], ["unjuk-rasa"]),
        new("12", "humas-lama", "2022-03-01", ["31.7"], [], ["unjuk-rasa"]),
        new("13", "humas-lama", "2024-01-09", ["31.75.05.1001", "31.75.05"], ["polsek-pasar-rebo"], []),
        new("14", "Élan", "2023-12-31", ["61.72"], ["bnn"], ["nataru"]),
        new("15", "Élan", "2024-01-10", ["61.72"], [], ["nataru"]),
        new("16", "Élan", null, ["31.75"], [], ["narkotika"]),
    ];

    /// <summary>Fills a store, one article a minute.</summary>
    public static async Task FillAsync(TestStore store)
    {
        var sources = new Dictionary<string, Source>(StringComparer.Ordinal);
        foreach (var (name, publisher) in Sources)
        {
            sources[name] = await store.AddSourceAsync(name, publisher);
        }

        foreach (var sketch in Articles)
        {
            store.Clock.Advance(TimeSpan.FromMinutes(1));
            var written = Written.Article("Judul " + sketch.Key, null, [.. sketch.Regions.Select(r => Written.Region(r)), .. sketch.Agencies.Select(Written.Agency), .. sketch.Topics.Select(t => Written.Topic(t))]);
            if (sketch.Day is { } day)
            {
                written = written.On(day.Year, day.Month, day.Day);
            }

            written = written with { Agencies = [.. sketch.Agencies.Select(a => new Agency { Slug = a, Kind = "unit", Name = a, IsAssumed = true })] };
            Assert.Equal(ItemOutcome.Stored, (await store.SaveAsync(sources[sketch.Source], sketch.Key, written)).Outcome);
        }
    }

    internal sealed record Sketch(string Key, string Source, string? Date, string[] Regions, string[] Agencies, string[] Topics)
    {
        public string Title => "Judul " + Key;

        public string Publisher => Sources.Single(s => s.Source == Source).Publisher;

        public DateOnly? Day => Date is null ? null : DateOnly.ParseExact(Date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        public string Month => Date?[..7] ?? "unknown";

        /// <summary>The tagged regions and everything above them.</summary>
        public IEnumerable<string> AllRegions => Regions.Concat(Regions.SelectMany(Region.AncestorsOf)).Distinct(StringComparer.Ordinal);

        public DateTime RankedAt => Day is { } day && PublishedAt(day) < SeenAt ? PublishedAt(day) : SeenAt;

        private DateTime SeenAt => TestStore.Start.UtcDateTime.AddMinutes(int.Parse(Key, System.Globalization.CultureInfo.InvariantCulture));

        public bool Matches(ArticleFilter filter) =>
            (filter.Regions.Count == 0 || filter.Regions.Any(outer => Regions.Any(inner => Region.Contains(outer, inner))))
            && (filter.Agencies.Count == 0 || filter.Agencies.Any(Agencies.Contains))
            && (filter.Topics.Count == 0 || filter.Topics.Any(Topics.Contains))
            && (filter.Sources.Count == 0 || filter.Sources.Contains(Source))
            && (filter.Publishers.Count == 0 || filter.Publishers.Contains(Publisher))
            && (filter.From is null || Day >= filter.From)
            && (filter.To is null || Day <= filter.To);

        private static DateTime PublishedAt(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddHours(-7);
    }
}
