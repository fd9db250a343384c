using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>One article at the desk: its text beside what editors decide of it.</summary>
public sealed class DeskArticleModel(ArticleQueries articles, DeskQueries desk, StoryRoom stories, ReportQueries reports, QueueQueries queue, ArticleDesk editing, ProposalDesk proposals, TimeProvider clock) : DeskPage
{
    private const int EditsShown = 100;
    private const int LongestSearch = 100;

    public ArticleReading Reading { get; private set; } = null!;
    public ArticleInput Input { get; private set; } = new();
    public Guid? StoryId { get; private set; }
    public IReadOnlyList<ArticleEdit> Edits { get; private set; } = [];
    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];
    public IReadOnlyList<RefusedTag> Refused { get; private set; } = [];
    public IReadOnlyList<Correction> Corrections { get; private set; } = [];
    public IReadOnlyList<ReaderReport> Reports { get; private set; } = [];
    public IReadOnlyList<string> Editors { get; private set; } = [];
    public IReadOnlyList<TagTarget> Targets { get; private set; } = [];
    public string? Search { get; private set; }
    public Guid? Next { get; private set; }
    public string? Result { get; private set; }
    public string? Fault { get; private set; }

    /// <summary>What others did while this form was open; null while nobody did.</summary>
    public IReadOnlyList<ArticleEdit>? OthersDid { get; private set; }

    /// <summary>The publisher replaced the text while the form was open.</summary>
    public bool IsRevised { get; private set; }
    public Guid? ReportId { get; private set; }

    /// <summary>A save came through: what the browser kept of the form is old.</summary>
    public bool IsSaved { get; private set; }

    public Article Article => Reading.Article;

    /// <summary>Tags that the form sets and the article does not have yet, those just found not counted.</summary>
    public IEnumerable<TagChoice> Added => Input.Choices.Where(c => c.Verdict is not TagVerdict.Refuse && !Reading.View.Tags.Any(t => t.Tag.Kind == c.Kind && t.Tag.Key == c.Key) && !Targets.Any(t => t.Kind == c.Kind && t.Key == c.Key));
    public bool MayEdit => May(ArticleAct.Edit);

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = Addresses.ResultParameter)] string? result, [FromQuery(Name = Addresses.PlaceParameter)] string? search, [FromQuery(Name = Addresses.ReportParameter)] Guid? report, CancellationToken cancellation)
    {
        (Search, ReportId) = (Keys.IsText(search) && search!.Length <= LongestSearch ? search : null, report);
        Result = Texts.ArticleRoom.Result(result) is { Length: > 0 } words ? words : null;
        IsSaved = result is "simpan" or "usul";
        return await ShowAsync(id, null, cancellation);
    }

    /// <summary>Saves, or proposes; or searches for a tag with everything that was typed kept.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] ArticleInput input, [FromForm] string? act, [FromForm] string? search, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        if (act == "search")
        {
            Search = Keys.IsText(search) && search!.Length <= LongestSearch ? search : null;
            return await ShowAsync(id, input, cancellation);
        }

        var draft = input.Draft();
        if (await editing.CheckAsync(draft, cancellation) is not DraftFault.None and var fault)
        {
            Fault = Texts.ArticleRoom.FaultOf(fault);
            return await ShowAsync(id, input, cancellation);
        }

        var answer = MayEdit ? await editing.EditAsync(id, input.Version, draft, Email, cancellation) : await proposals.ProposeAsync(id, await ChangedAsync(id, draft, cancellation), Email, cancellation);
        switch (answer)
        {
            case ChangeAnswer.Changed:
                return Told(id, MayEdit ? "simpan" : "usul");
            case ChangeAnswer.Refused:
                Fault = Texts.ArticleRoom.FaultOf(DraftFault.NotFullText);
                return await ShowAsync(id, input, cancellation);
            case ChangeAnswer.Outdated:
                OthersDid = [.. (await desk.EditsSinceAsync(id, input.OpenedAt, cancellation)).Where(e => e.Editor != Email)];
                return await ShowAsync(id, input, cancellation);
            default:
                return NotFound();
        }
    }

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, [FromForm] Guid version, [FromForm] string? reason, CancellationToken cancellation) =>
        ActAsync(id, ArticleAct.Withdraw, "tarik", () => editing.WithdrawAsync(id, version, EnteredText.Line(reason)!, Email, cancellation),
            EnteredText.Line(reason) is { Length: >= ArticleDesk.ShortestReason and <= ArticleDesk.LongestReason } ? null : "alasan");

    public Task<IActionResult> OnPostReinstateAsync(Guid id, [FromForm] Guid version, CancellationToken cancellation) =>
        ActAsync(id, ArticleAct.Withdraw, "terbit", () => editing.ReinstateAsync(id, version, Email, cancellation));

    public Task<IActionResult> OnPostReturnAsync(Guid id, [FromForm] Guid version, CancellationToken cancellation) =>
        ActAsync(id, ArticleAct.Review, "antre", () => editing.ReturnAsync(id, version, Email, cancellation));

    public Task<IActionResult> OnPostCorrectAsync(Guid id, [FromForm] Guid version, [FromForm] CorrectionKind? kind, [FromForm] string? text, [FromForm] Guid? report, CancellationToken cancellation) =>
        ActAsync(id, ArticleAct.Correct, "ralat", () => editing.CorrectAsync(id, version, kind!.Value, EnteredText.Lines(text)!, report, Email, cancellation),
            kind is CorrectionKind.Correction or CorrectionKind.Reply && EnteredText.Lines(text) is { Length: >= Correction.Shortest and <= Correction.Longest } ? null : "isi");

    public Task<IActionResult> OnPostSensitiveAsync(Guid id, [FromForm] Guid version, [FromForm] bool lifts, CancellationToken cancellation) =>
        ActAsync(id, ArticleAct.RuleSensitive, "peka", () => editing.RuleAsync(id, version, lifts, Email, cancellation));

    public Task<IActionResult> OnPostPinAsync(Guid id, [FromForm] Guid version, [FromForm] int? days, CancellationToken cancellation) =>
        ActAsync(id, ArticleAct.Pin, "sematan", () => editing.PinAsync(id, version, days is > 0 ? clock.GetUtcNow().UtcDateTime.AddDays(days.Value) : null, Email, cancellation),
            days is < 0 or > 30 || !ModelState.IsValid ? "hari" : null);

    public async Task<IActionResult> OnPostAssignAsync(Guid id, [FromForm] Guid version, [FromForm] string? assignee, CancellationToken cancellation) =>
        await ActAsync(id, ArticleAct.Assign, "petugas", () => editing.AssignAsync(id, version, string.IsNullOrEmpty(assignee) ? null : assignee, Email, cancellation),
            string.IsNullOrEmpty(assignee) || (await desk.EditorsAsync(cancellation)).Contains(assignee, StringComparer.Ordinal) ? null : "tolak");

    public Task<IActionResult> OnPostRestoreAsync(Guid id, [FromForm] Guid version, [FromForm] Guid edit, CancellationToken cancellation) =>
        ActAsync(id, ArticleAct.Edit, "kembali", () => editing.RevertAsync(id, version, edit, Email, cancellation));

    public Task<IActionResult> OnPostProposalAsync(Guid id, [FromForm] Guid version, [FromForm] Guid proposal, [FromForm] bool accepts, CancellationToken cancellation) =>
        ActAsync(id, ArticleAct.Edit, "usulan", () => proposals.DecideAsync(id, version, proposal, accepts, Email, cancellation));

    /// <param name="id">The article.</param>
    /// <param name="act">What is done.</param>
    /// <param name="word">Tells that it was done.</param>
    /// <param name="change">Does it.</param>
    /// <param name="fault">Tells what is wrong with the form; null when nothing is.</param>
    private async Task<IActionResult> ActAsync(Guid id, ArticleAct act, string word, Func<Task<ChangeAnswer>> change, string? fault = null)
    {
        if (!May(act))
        {
            return Forbid();
        }

        if (fault is not null)
        {
            return Told(id, fault);
        }

        return await change() switch
        {
            ChangeAnswer.Changed => Told(id, word),
            ChangeAnswer.NotFound => NotFound(),
            ChangeAnswer.Outdated => Told(id, "usang"),
            _ => Told(id, "tolak"),
        };
    }

    private LocalRedirectResult Told(Guid id, string word) => LocalRedirect($"{Addresses.DeskArticle(id)}?{Addresses.ResultParameter}={word}");

    /// <summary>Of a contributor's form only what differs: the rest is no proposal.</summary>
    private async Task<ArticleDraft> ChangedAsync(Guid id, ArticleDraft draft, CancellationToken cancellation)
    {
        var now = (await articles.FindForEditorAsync(id, cancellation))?.Article;
        return draft with
        {
            Title = EnteredText.Line(draft.Title) == now?.Title && !draft.ConfirmsTitle ? null : draft.Title,
            Summary = EnteredText.Lines(draft.Summary) == now?.Summary ? null : draft.Summary,
            Display = draft.Display == now?.Display ? null : draft.Display,
            Note = string.IsNullOrWhiteSpace(draft.Note) ? null : draft.Note,
        };
    }

    /// <param name="id">The article.</param>
    /// <param name="typed">What was typed and is not saved; null fills the form from the store.</param>
    /// <param name="cancellation">Stops the queries.</param>
    private async Task<IActionResult> ShowAsync(Guid id, ArticleInput? typed, CancellationToken cancellation)
    {
        if (await articles.FindForEditorAsync(id, cancellation) is not { } view)
        {
            return NotFound();
        }

        Reading = ArticleReading.ForEditor(view);
        IsRevised = OthersDid is not null && typed?.Revision != Article.Revision;
        Input = typed ?? new ArticleInput { Title = Article.Title, Summary = Article.Summary, Display = Article.Display, Note = MayEdit ? Article.Note : null };
        // The next save is meant for the article as it is shown now, with what others did beside it.
        (Input.Version, Input.Revision, Input.Opened) = (OthersDid is null && typed is not null ? typed.Version : Article.Version, Article.Revision, OthersDid is null && typed is not null ? typed.Opened : clock.GetUtcNow().UtcTicks);
        StoryId = await stories.StoryOfAsync(id, cancellation);
        Refused = await desk.RefusedTagsAsync(id, cancellation);
        Corrections = await desk.CorrectionsAsync(id, cancellation);
        Edits = await desk.EditsAsync(id, EditsShown, cancellation);
        Targets = Search is { } words ? await desk.SearchTargetsAsync(words, cancellation) : [];
        if (MayDecide)
        {
            Proposals = await desk.OpenProposalsAsync(id, cancellation);
            Reports = await reports.OfArticleAsync(id, cancellation);
            Editors = await desk.EditorsAsync(cancellation);
            Next = await queue.NextAsync(id, cancellation);
        }

        Head = new PageHead(Article.Title, Addresses.Queue);
        return Page();
    }
}
