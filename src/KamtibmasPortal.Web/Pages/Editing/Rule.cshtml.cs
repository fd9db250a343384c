using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using KamtibmasPortal.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>One change of the rules: what it would do, how far it is, and what can be done with it.</summary>
[Authorize(Policy = DeskPolicies.Editors)]
public sealed class RuleModel(RuleBook book, RuleQueries changes, RuleDesk desk, RuleJob job) : DeskPage
{
    public RuleChange Change { get; private set; } = null!;
    public IReadOnlyList<RuleField> Fields { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();
    public IReadOnlyList<string> Faults { get; private set; } = [];
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>Other rules have been changed since the preview.</summary>
    public bool IsOutdated { get; private set; }
    public string? Result { get; private set; }

    public bool MayApply => May(ArticleAct.ApplyRule);

    public bool IsReady => Change.State is RuleState.Previewed && !IsOutdated && !Change.Effect.IsTooBroad && Faults.Count == 0;

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = Addresses.ResultParameter)] string? result, CancellationToken cancellation)
    {
        if (await changes.FindAsync(id, cancellation) is not { } change)
        {
            return NotFound();
        }

        (Change, Result) = (change, RuleRoom.Result(result));
        Fields = RuleSections.Fields(change.Table, book.Current);
        Names = await changes.NamesAsync(change.Effect.Gained.Concat(change.Effect.Lost), cancellation);
        if (change.State is RuleState.Draft or RuleState.Previewed)
        {
            var found = desk.Check(new RuleProposal(change.Table, change.Before is null ? null : change.Key, change.After, null));
            Faults = [.. found.Faults.Select(RuleFaults.Of)];
            Warnings = [.. found.Warnings.Select(RuleFaults.Of)];
            IsOutdated = change.State is RuleState.Previewed && change.Rules != book.Current.Mark;
        }

        Head = new PageHead($"{RuleRoom.ActOf(change)} {RuleRoom.NameOf(change.Table).ToLowerInvariant()}", Addresses.Rules);
        return Page();
    }

    public Task<IActionResult> OnPostPreviewAsync(Guid id, CancellationToken cancellation) => ActAsync(id, ArticleAct.PreviewRule, "hitung", () => desk.PreviewAsync(id, cancellation), cancellation);

    public Task<IActionResult> OnPostApplyAsync(Guid id, CancellationToken cancellation) => ActAsync(id, ArticleAct.ApplyRule, "terap", () => desk.ApplyAsync(id, Email, cancellation), cancellation);

    public Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken cancellation) => ActAsync(id, ArticleAct.ApplyRule, "batal", () => desk.UndoAsync(id, Email, cancellation), cancellation);

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellation)
    {
        if (!May(ArticleAct.PreviewRule))
        {
            return Forbid();
        }

        return await desk.DiscardAsync(id, Email, cancellation) switch
        {
            RuleAnswer.NotFound => NotFound(),
            RuleAnswer.Done => LocalRedirect($"{Addresses.Rules}?{Addresses.ResultParameter}=buang"),
            var answer => Back(id, RuleRoom.WordFor(answer, "buang")),
        };
    }

    public string NameOf(RuleSample sample) => Names.GetValueOrDefault($"{sample.Kind}:{sample.Key}") ?? sample.Key;

    public string Shown(IReadOnlyList<string>? cells, int field) => cells is not null && field < cells.Count && cells[field].Length > 0 ? RuleFields.Shown(Fields[field], cells[field]) : RuleRoom.None;

    private async Task<IActionResult> ActAsync(Guid id, ArticleAct right, string done, Func<Task<RuleAnswer>> act, CancellationToken cancellation)
    {
        if (!May(right))
        {
            return Forbid();
        }

        var answer = await act();
        if (answer is RuleAnswer.NotFound)
        {
            return NotFound();
        }

        if (answer is RuleAnswer.Done)
        {
            await job.RunAsync(id, RuleFormModel.Patience, cancellation);
        }

        return Back(id, RuleRoom.WordFor(answer, done));
    }

    private LocalRedirectResult Back(Guid id, string word) => LocalRedirect($"{Addresses.Rule(id)}?{Addresses.ResultParameter}={word}");
}
