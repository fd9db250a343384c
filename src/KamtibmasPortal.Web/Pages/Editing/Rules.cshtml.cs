using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Security;
using KamtibmasPortal.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>A row of the rules in a list.</summary>
/// <param name="Key">What tells it from others.</param>
/// <param name="Cells">Its cells in words.</param>
/// <param name="Title">The row in few words.</param>
/// <param name="Change">Who made it what it is; null where it came with the software.</param>
/// <param name="IsEditable">Whether it may be changed or taken away here.</param>
public sealed record RuleRow(string Key, IReadOnlyList<string> Cells, string Title, RuleChange? Change, bool IsEditable);

/// <summary>The rules by table, and what editors have made of them.</summary>
[Authorize(Policy = DeskPolicies.Editors)]
public sealed class RulesModel(RuleBook book, RuleQueries changes) : DeskPage
{
    private const int RowsShown = 50;
    private const int ChangesShown = 20;

    public RuleTable Section { get; private set; }
    public string? Words { get; private set; }
    public bool OnlyChanged { get; private set; }
    public int Number { get; private set; } = 1;
    public int Found { get; private set; }
    public IReadOnlyList<RuleField> Fields { get; private set; } = [];
    public IReadOnlyList<RuleRow> Rows { get; private set; } = [];
    public IReadOnlyList<RuleChange> Changes { get; private set; } = [];
    public string? Result { get; private set; }

    public bool HasMore => Number * RowsShown < Found;

    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = RuleSections.SectionName)] string? section, [FromQuery(Name = RuleSections.WordsName)] string? words,
        [FromQuery(Name = RuleSections.ChangedName)] string? changed, [FromQuery(Name = Addresses.PageParameter)] int page, [FromQuery(Name = Addresses.ResultParameter)] string? result, CancellationToken cancellation)
    {
        Section = RuleSections.Read(section) ?? RuleTable.RegionAlias;
        (Words, OnlyChanged, Number, Result) = (string.IsNullOrWhiteSpace(words) ? null : words.Trim(), changed is not null, Math.Clamp(page, 1, 10_000), RuleRoom.Result(result));
        Fields = RuleSections.Fields(Section, book.Current);
        var topmost = await changes.TopmostAsync(Section, cancellation);
        var rows = Held().ToList();
        Found = rows.Count;
        Rows = [.. rows.Skip((Number - 1) * RowsShown).Take(RowsShown)];
        Changes = await changes.NewestAsync(ChangesShown, cancellation);
        Head = new PageHead(RuleRoom.Heading, Addresses.Rules);
        return Page();

        IEnumerable<RuleRow> Held() => book.Current.Rows[Section].Select(r => (r.Key, Cells: (IReadOnlyList<string>)r.Value, IsThere: true))
            .Concat(topmost.Values.Where(c => c.After is null).Select(c => (c.Key, Cells: (IReadOnlyList<string>)(c.Before ?? []), IsThere: false)))
            .Where(r => Holds(r.Cells) && (!OnlyChanged || topmost.ContainsKey(r.Key)))
            .Select(r => new RuleRow(r.Key, [.. r.Cells.Take(Fields.Count).Select((c, i) => RuleFields.Shown(Fields[i], c))], RuleSections.Title(Section, r.Cells), topmost.GetValueOrDefault(r.Key), r.IsThere && IsEditable(r.Cells)));
    }

    /// <summary>Who made a row what it is, in words.</summary>
    public string OriginOf(RuleRow row) => row.Change switch
    {
        null => RuleRoom.Shipped,
        { After: null } change => RuleRoom.RemovedBy(change.Editor),
        { Before: null } change => RuleRoom.AddedBy(change.Editor),
        { } change => RuleRoom.ChangedBy(change.Editor),
    };

    public string Address(int page) =>
        $"{RuleSections.Address(Section)}{(Words is null ? "" : $"&{RuleSections.WordsName}={Uri.EscapeDataString(Words)}")}{(OnlyChanged ? $"&{RuleSections.ChangedName}=ya" : "")}{(page > 1 ? FormattableString.Invariant($"&{Addresses.PageParameter}={page}") : "")}";

    private bool Holds(IReadOnlyList<string> cells) => Words is null || cells.Any(c => c.Contains(Words, StringComparison.OrdinalIgnoreCase));

    private bool IsEditable(IReadOnlyList<string> cells) => Section is not RuleTable.TopicCue || RuleCheck.IsEditableCue(cells);
}
