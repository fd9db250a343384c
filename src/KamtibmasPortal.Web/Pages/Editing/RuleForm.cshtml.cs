using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using KamtibmasPortal.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>A row of the rules to be added, changed or taken away. Sending it changes nothing yet: what it would do is shown first.</summary>
[Authorize(Policy = DeskPolicies.Editors)]
public sealed class RuleFormModel(RuleBook book, RuleDesk desk, RuleJob job) : DeskPage
{
    /// <summary>A small archive is looked through at once; a large one is left to the job.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public RuleTable Section { get; private set; }

    /// <summary>The row; null for a new one.</summary>
    public string? Key { get; private set; }
    public bool Removes { get; private set; }
    public IReadOnlyList<RuleField> Fields { get; private set; } = [];
    public IReadOnlyList<string> Cells { get; private set; } = [];
    public string? Note { get; private set; }
    public IReadOnlyList<string> Faults { get; private set; } = [];

    public string Title => $"{(Removes ? RuleRoom.Remove : Key is null ? RuleRoom.Add : RuleRoom.Change)} {RuleRoom.NameOf(Section).ToLowerInvariant()}";

    public IActionResult OnGet([FromQuery(Name = RuleSections.SectionName)] string? section, [FromQuery(Name = RuleSections.KeyName)] string? key, [FromQuery(Name = RuleSections.RemoveName)] string? remove)
    {
        if (!Open(section, key, remove))
        {
            return section is null ? LocalRedirect(Addresses.Rules) : NotFound();
        }

        Cells = Key is null ? [] : book.Current.Rows.Find(Section, Key)!;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        [FromQuery(Name = RuleSections.SectionName)] string? section, [FromQuery(Name = RuleSections.KeyName)] string? key, [FromQuery(Name = RuleSections.RemoveName)] string? remove,
        [FromForm] string?[] cells, [FromForm] string? note, CancellationToken cancellation)
    {
        if (!May(ArticleAct.PreviewRule))
        {
            return Forbid();
        }

        if (!Open(section, key, remove))
        {
            return NotFound();
        }

        (Cells, Note) = (Removes ? book.Current.Rows.Find(Section, Key!)! : [.. cells.Take(Fields.Count).Select(c => c ?? "")], note is { Length: > RuleChange.LongestNote } ? note[..RuleChange.LongestNote] : note);
        var proposal = new RuleProposal(Section, Key, Removes ? null : Cells, Note);
        if (await desk.ProposeAsync(proposal, Email, cancellation) is not { } id)
        {
            Faults = [.. desk.Check(proposal).Faults.Select(RuleFaults.Of).Distinct(StringComparer.Ordinal)];
            return Page();
        }

        await job.RunAsync(id, Patience, cancellation);
        return LocalRedirect(Addresses.Rule(id));
    }

    public string Value(int field) => field < Cells.Count ? Cells[field] : "";

    private bool Open(string? section, string? key, string? remove)
    {
        if (RuleSections.Read(section) is not { } table || (key is null && remove is not null) || (key is not null && book.Current.Rows.Find(table, key) is null))
        {
            return false;
        }

        (Section, Key, Removes) = (table, key, remove is not null);
        Fields = RuleSections.Fields(table, book.Current);
        Head = new PageHead(Title, Addresses.Rules);
        return true;
    }
}
