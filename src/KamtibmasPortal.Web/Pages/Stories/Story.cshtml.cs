using System.Globalization;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Stories;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Stories;

/// <summary>Who told of an event, in which order, and who copied whom.</summary>
public sealed class StoryPageModel(StoryQueries stories, CatalogQueries catalog) : PortalPage
{
    private IReadOnlyDictionary<string, string> _regions = new Dictionary<string, string>(StringComparer.Ordinal);

    public StoryView Story { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var answer = await stories.FindAsync(id, cancellation);
        if (answer.MovedTo is { } moved)
        {
            return RedirectPermanentPreserveMethod(Addresses.Story(moved));
        }

        if (answer.Story is not { } story)
        {
            return NotFound();
        }

        Story = story;
        var codes = story.Disagreements.Where(d => d.Kind is DisagreementKind.Place).SelectMany(d => d.Sides).Select(s => s.Value).ToList();
        _regions = (await catalog.RegionsAsync(codes, cancellation)).ToDictionary(r => r.Key, r => r.Value.Name, StringComparer.Ordinal);
        Head = new PageHead(story.Title) { Description = Texts.Events.Description(story), Path = Addresses.Story(id) };
        return Page();
    }

    /// <summary>What a side says, in words; numbers stand in the quotations.</summary>
    public string? ValueOf(ToldDisagreement disagreement, ToldSide side) => disagreement.Kind switch
    {
        DisagreementKind.Date => IndonesianDates.Day(DateOnly.ParseExact(side.Value, "O", CultureInfo.InvariantCulture)),
        DisagreementKind.Place => _regions.GetValueOrDefault(side.Value, side.Value),
        _ => null,
    };
}
