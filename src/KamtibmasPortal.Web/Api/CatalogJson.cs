using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Api;

public sealed record ItemsJson<T>(IReadOnlyList<T> Items);

/// <param name="Code">Kemendagri code.</param>
/// <param name="Name">Name with its type.</param>
/// <param name="Level">"province", "regency", "district" or "village".</param>
/// <param name="Parent">Code of the region above; null for a province.</param>
/// <param name="Articles">Published articles on it and on everything below it.</param>
public sealed record RegionJson(string Code, string Name, string Level, string? Parent, int Articles)
{
    public static RegionJson Of(Region region, IReadOnlyDictionary<string, int> counts) =>
        new(region.Code, region.Name, TagJson.Level(region.Code), region.ParentCode, counts.GetValueOrDefault(region.Code));
}

public sealed record NamedCodeJson(string Code, string Name);

/// <param name="Code">Kemendagri code.</param>
/// <param name="Name">Name with its type.</param>
/// <param name="Level">"province", "regency", "district" or "village".</param>
/// <param name="Parent">Code of the region above; null for a province.</param>
/// <param name="Articles">Published articles on it and on everything below it.</param>
/// <param name="Path">The regions above, province first.</param>
/// <param name="Children">The regions directly below.</param>
public sealed record RegionDetailJson(string Code, string Name, string Level, string? Parent, int Articles, IReadOnlyList<NamedCodeJson> Path, IReadOnlyList<RegionJson> Children);

public sealed record AgencyJson(string Slug, string Name, string Kind, string? Region, string? Parent, int Articles)
{
    public static AgencyJson Of(Agency agency, IReadOnlyDictionary<string, int> counts) =>
        new(agency.Slug, agency.Name, agency.Kind, agency.RegionCode, agency.ParentSlug, counts.GetValueOrDefault(agency.Slug));
}

public sealed record TopicJson(string Slug, string Name, string Description, int Articles)
{
    public static TopicJson Of(Topic topic, IReadOnlyDictionary<string, int> counts) =>
        new(topic.Slug, topic.Name, topic.Description, counts.GetValueOrDefault(topic.Slug));
}

/// <param name="Name">Name by which filters take it.</param>
/// <param name="Publisher">The outlet readers know.</param>
/// <param name="Kind">How it announces its articles.</param>
/// <param name="Address">Web address; null for a folder, whose path is nobody's business.</param>
/// <param name="Region">Code of the region it serves.</param>
/// <param name="Display">"excerpt" or "fullText".</param>
/// <param name="Sample">Fictional articles that come with the software.</param>
/// <param name="Articles">Published articles of it.</param>
public sealed record SourceJson(string Name, string Publisher, string Kind, string? Address, string? Region, string Display, bool Sample, int Articles)
{
    public static SourceJson Of(Source source, IReadOnlyDictionary<Guid, int> counts) =>
        new(source.Name, source.Publisher, TagJson.Name(source.Kind), source.Kind is SourceKind.Folder ? null : Addresses.Web(source.Address),
            source.RegionCode, TagJson.Name(source.Display), source.IsSample, counts.GetValueOrDefault(source.Id));
}
