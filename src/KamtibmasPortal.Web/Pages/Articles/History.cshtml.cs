using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Articles;

public sealed class HistoryModel(HistoryQueries histories, PublicAddress address) : PortalPage
{
    /// <summary>So many versions are compared on one page; all others are listed.</summary>
    private const int Compared = 10;

    public static readonly IReadOnlyList<(ChangeView View, string Name)> Views =
        [(ChangeView.ByWidth, Texts.History.ByWidth), (ChangeView.SideBySide, Texts.History.SideBySide), (ChangeView.Inline, Texts.History.Inline)];

    private int? _version;

    public ArticleHistory History { get; private set; } = null!;
    public ChangeView View { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        Guid id, [FromQuery(Name = Addresses.VersionParameter)] int? version, [FromQuery(Name = Addresses.ViewParameter)] string? view, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || version < 1)
        {
            return BadRequest();
        }

        if (await histories.FindAsync(id, version, Compared, cancellation) is not { } history)
        {
            return NotFound();
        }

        (History, _version) = (history, version);
        View = view switch { "berdampingan" => ChangeView.SideBySide, "sebaris" => ChangeView.Inline, _ => ChangeView.ByWidth };
        Head = new PageHead(Texts.History.Title(history.Article.Title)) { Canonical = address.Of(Addresses.History(id)) };
        return Page();
    }

    /// <summary>Whether a version's changes stand on another page than the first.</summary>
    public bool IsElsewhere(int version) => version <= History.Article.Revision - Compared;

    public string AddressOf(ChangeView view) => Addresses.HistoryIn(History.Article.Id, _version, view switch { ChangeView.SideBySide => "berdampingan", ChangeView.Inline => "sebaris", _ => null });

    public IReadOnlyList<ChangeBlock> BlocksOf(FieldChange change) =>
        change.Whole is { } whole ? ChangeBlock.Of(whole, View) : [.. change.Quotations.Select(q => ChangeBlock.Of(q, View))];

    public static string? Machine(DateTime at) => IndonesianDates.Machine(new PublishedTime(at, DatePrecision.Minute, IndonesianDates.Wib));
}
