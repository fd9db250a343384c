using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Api;

/// <summary>Tags, names of enums and times as the API writes them.</summary>
public static class TagJson
{
    public static RegionTagJson Region(NamedTag tag, Display display) =>
        new(tag.Tag.Key, tag.Name, Level(tag.Tag.Key), tag.Tag.IsMain, Name(tag.Tag.Origin), tag.Tag.Confidence, Evidence(tag, display));

    public static AgencyTagJson Agency(NamedTag tag, Display display) =>
        new(tag.Tag.Key, tag.Name, tag.AgencyKind, tag.AgencyRegion, Name(tag.Tag.Origin), tag.Tag.Confidence, Evidence(tag, display));

    public static TopicTagJson Topic(NamedTag tag, Display display) =>
        new(tag.Tag.Key, tag.Name, tag.Tag.IsMain, Name(tag.Tag.Origin), tag.Tag.Confidence, Evidence(tag, display));

    /// <summary>"province", "regency", "district" or "village".</summary>
    public static string Level(string code) => Name(News.Model.Region.LevelOf(code));

    public static string? Time(PublishedTime published) => published.Local?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>An instant in UTC as RFC 3339 in the publisher's zone.</summary>
    public static string? Time(DateTime? utc, int zoneMinutes) =>
        utc is { } instant ? new DateTimeOffset(instant, TimeSpan.Zero).ToOffset(TimeSpan.FromMinutes(zoneMinutes)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : null;

    public static IReadOnlyList<DateJson> Dates(IEnumerable<ArticleDate> dates) => [.. dates.Select(d => new DateJson(Name(d.Role), d.Text, d.Value))];

    /// <summary>Names of enums in camel case: "fullText", "rule".</summary>
    public static string Name<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return string.Concat(char.ToLowerInvariant(name[0]).ToString(), name.AsSpan(1));
    }

    private static List<EvidenceJson> Evidence(NamedTag tag, Display display) =>
        [.. tag.Tag.Evidence.Select(e => new EvidenceJson(Name(e.Field), Name(e.Role), e.Start, e.Length, Disclosure.Quote(e, display), e.Rule))];
}
