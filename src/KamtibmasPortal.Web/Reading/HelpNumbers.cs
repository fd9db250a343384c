using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Web.Reading;

/// <summary>Numbers to call, chosen for a page.</summary>
public sealed class HelpNumbers(RuleBook rules)
{
    /// <summary>In the order of the table: police first.</summary>
    public IReadOnlyList<HelpContact> All => rules.Current.Contacts;

    /// <summary>Those of a topic, the ones made for it alone first; all of them where none is.</summary>
    public IReadOnlyList<HelpContact> OfTopic(string slug) =>
        All.Where(c => c.Topics.Contains(slug, StringComparer.Ordinal)).OrderBy(c => c.Topics.Count).ToList() is { Count: > 0 } some ? some : All;

    /// <summary>Those behind which a kind of agency stands.</summary>
    public IReadOnlyList<HelpContact> OfAgency(string kind) => [.. All.Where(c => c.AgencyKinds.Contains(kind, StringComparer.Ordinal))];
}
