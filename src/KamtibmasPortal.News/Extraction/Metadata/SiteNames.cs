using KamtibmasPortal.News.Extraction.Html;

namespace KamtibmasPortal.News.Extraction.Metadata;

/// <summary>What a site calls itself, its host included: never a headline and never a writer.</summary>
internal static class SiteNames
{
    /// <summary>Shorter labels of a host ("www", "co") are no names.</summary>
    private const int ShortestLabel = 4;

    /// <returns>Keys as <see cref="Wording.Key"/> makes them.</returns>
    public static HashSet<string> Of(MetaTags meta, LinkedData linked, string? address)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        IEnumerable<string?> declared =
        [
            meta.First("og:site_name"), meta.First("application-name"), meta.First("apple-mobile-web-app-title"), .. linked.Linked("publisher").Select(p => LinkedData.Text(p, "name")),
            .. linked.Things.Where(t => LinkedData.Types(t).Any(n => n is "WebSite" or "Organization" or "NewsMediaOrganization")).Select(t => LinkedData.Text(t, "name")),
        ];
        names.UnionWith(declared.Where(n => n is { Length: > 1 and < 80 }).Select(n => Wording.Key(n!)));
        if (Uri.TryCreate(address ?? meta.First("og:url"), UriKind.Absolute, out var page))
        {
            var host = page.Host.StartsWith("www.", StringComparison.Ordinal) ? page.Host[4..] : page.Host;
            var labels = host.Split('.');
            names.Add(Wording.Key(host));
            names.Add(Wording.Key(labels[0]));
            names.UnionWith(labels[..^1].Where(l => l.Length >= ShortestLabel).Select(Wording.Key));
        }

        return names;
    }
}
