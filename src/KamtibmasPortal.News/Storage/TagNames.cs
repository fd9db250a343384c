using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>Reads the names behind a set of tags with one query a kind.</summary>
internal sealed class TagNames(PortalDbContext db)
{
    private Dictionary<string, Region> _regions = [];
    private Dictionary<string, Agency> _agencies = [];
    private Dictionary<string, Topic> _topics = [];

    public async Task<TagNames> ReadAsync(IEnumerable<ArticleTag> tags, CancellationToken cancellation)
    {
        var keys = tags.Where(t => !t.IsImplied).ToLookup(t => t.Kind, t => t.Key);
        var codes = keys[TagKind.Region].SelectMany(WithParent).Distinct(StringComparer.Ordinal).ToList();
        var slugs = keys[TagKind.Agency].Distinct(StringComparer.Ordinal).ToList();
        _regions = codes.Count == 0 ? [] : await db.Regions.AsNoTracking().Where(r => codes.Contains(r.Code)).ToDictionaryAsync(r => r.Code, cancellation);
        _agencies = slugs.Count == 0 ? [] : await db.Agencies.AsNoTracking().Where(a => slugs.Contains(a.Slug)).ToDictionaryAsync(a => a.Slug, cancellation);
        _topics = keys.Contains(TagKind.Topic) ? await db.Topics.AsNoTracking().ToDictionaryAsync(t => t.Slug, cancellation) : [];
        return this;
    }

    /// <summary>Named and in order, without the implied ones.</summary>
    public IReadOnlyList<NamedTag> Of(IEnumerable<ArticleTag> tags) =>
        [.. TagOrder.Of(tags.Where(t => !t.IsImplied)).Select(Named)];

    private NamedTag Named(ArticleTag tag) => tag.Kind switch
    {
        TagKind.Region => new(tag, _regions.TryGetValue(tag.Key, out var region) ? region.Name : tag.Key, null, null)
        {
            Parent = region?.ParentCode is { } up && _regions.TryGetValue(up, out var parent) ? parent.Name : null,
        },
        TagKind.Agency => _agencies.TryGetValue(tag.Key, out var agency) ? new(tag, agency.Name, agency.Kind, agency.RegionCode) : new(tag, tag.Key, null, null),
        _ => new(tag, _topics.TryGetValue(tag.Key, out var topic) ? topic.Name : tag.Key, null, null),
    };

    private static IEnumerable<string> WithParent(string code) => Region.ParentOf(code) is { } parent ? [code, parent] : [code];
}
