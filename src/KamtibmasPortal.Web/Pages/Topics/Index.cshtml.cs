using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages.Topics;

public sealed class TopicsModel(CatalogQueries catalog) : PortalPage
{
    public IReadOnlyList<(Topic Topic, int Count)> Topics { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var counts = await catalog.CountsAsync(TagKind.Topic, new ArticleFilter(), cancellation);
        Topics = [.. (await catalog.TopicsAsync(cancellation)).Select(t => (t, counts.GetValueOrDefault(t.Slug)))];
        Head = new PageHead(Texts.Subjects.Title, Addresses.Topics) { Description = Texts.Subjects.Intro };
    }
}
