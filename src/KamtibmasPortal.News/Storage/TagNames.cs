using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Storage;

/// <summary>The names behind a set of tags.</summary>
internal sealed class TagNames(PortalDbContext db, TagShelf shelf)
{
    private Dictionary<string, Region> _regions = [];
    private Dictionary<string, Agency> _agencies = [];
    private Dictionary<string, Topic> _topics = [];

    public async Task<TagNames> ReadAsync(IEnumerable<ArticleTag> tags, CancellationToken cancellation)
    {
        var keys = tags.Where(t => !t.IsImplied).ToLookup(t => t.Kind, t => t.Key);
        _regions = await shelf.RegionsAsync(db, keys[TagKind.Region].SelectMany(WithParent).ToHashSet(StringComparer.Ordinal), cancellation);
        _agencies = await shelf.AgenciesAsync(db, keys[TagKind.Agency].ToHashSet(StringComparer.Ordinal), cancellation);
        _topics = await shelf.TopicsAsync(db, keys[TagKind.Topic].ToHashSet(StringComparer.Ordinal), cancellation);
        return this;
    }

    /// <summary>Named and in order, without the implied ones.</summary>
    public IReadOnlyList<NamedTag> Of(IEnumerable<ArticleTag> tags) =>
        [.. TagOrder.Of(tags.Where(t => !t.IsImplied)).Select(Named)];

    private NamedTag Named(ArticleTag tag) => tag.Kind switch
    {
        TagKind.Region => new(tag, _regions.GetValueOrDefault(tag.Key)?.Name ?? tag.Key, null, null) { Parent = Region.ParentOf(tag.Key) is { } up ? _regions.GetValueOrDefault(up)?.Name : null },
        TagKind.Agency => _agencies.GetValueOrDefault(tag.Key) is { } agency ? new(tag, agency.Name, agency.Kind, agency.RegionCode) : new(tag, tag.Key, null, null),
        _ => new(tag, _topics.GetValueOrDefault(tag.Key)?.Name ?? tag.Key, null, null),
    };

    private static IEnumerable<string> WithParent(string code) => Region.ParentOf(code) is { } parent ? [code, parent] : [code];
}
