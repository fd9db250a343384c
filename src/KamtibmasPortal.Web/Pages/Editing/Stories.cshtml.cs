using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>Articles whose date the others of their story contradict.</summary>
public sealed class DeskStoriesModel(StoryRoom stories) : DeskPage
{
    private const int Shown = 100;

    public IReadOnlyList<DeskMember> Conflicts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Conflicts = await stories.ConflictsAsync(Shown, cancellation);
        Head = new PageHead(Texts.EventRoom.Heading, Addresses.DeskStories);
    }
}
