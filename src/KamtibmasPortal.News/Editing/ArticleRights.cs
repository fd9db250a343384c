using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Editing;

/// <summary>What somebody of the redaksi can do to articles, and to the rules that tag them.</summary>
public enum ArticleAct { Read, Propose, Add, Review, Edit, Withdraw, WithdrawSource, Correct, RuleSensitive, Pin, Assign, Bulk, HandleReports, Erase, PreviewRule, ApplyRule }

/// <summary>The one place that says who may do what to articles.</summary>
public static class ArticleRights
{
    private static readonly string[] s_everybody = [EditorRoles.Administrator, EditorRoles.Editor, EditorRoles.Contributor];
    private static readonly string[] s_editors = [EditorRoles.Administrator, EditorRoles.Editor];
    private static readonly string[] s_administrators = [EditorRoles.Administrator];

    /// <param name="isInRole">Whether the person has a role.</param>
    /// <param name="act">What is to be done.</param>
    public static bool May(Func<string, bool> isInRole, ArticleAct act) => Array.Exists(RolesFor(act), r => isInRole(r));

    /// <summary>What an article that somebody adds by hand is trusted: as its source where an editor adds it, never where a contributor does.</summary>
    public static Trust OfAdded(Func<string, bool> isInRole, Trust source) => May(isInRole, ArticleAct.Review) ? source : Trust.Review;

    private static string[] RolesFor(ArticleAct act) => act switch
    {
        ArticleAct.Read or ArticleAct.Propose or ArticleAct.Add => s_everybody,
        // A rule touches every article there is and will be.
        ArticleAct.Erase or ArticleAct.ApplyRule => s_administrators,
        _ => s_editors,
    };
}
