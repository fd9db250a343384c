using System.Globalization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.News.Editing;

/// <summary>What is wrong with a draft.</summary>
public enum DraftFault { None, Title, Summary, Note, UnknownTag, NotFullText }

/// <summary>A draft put into the article it is for: by an editor's save, or by the yes to a contributor's proposal.</summary>
internal static class DraftChange
{
    public static DraftFault FaultOf(ArticleDraft draft) => draft switch
    {
        { Title: { } title } when EnteredText.Line(title) is not { Length: <= ArticleDraft.LongestTitle } => DraftFault.Title,
        { Summary: { } summary } when EnteredText.Lines(summary) is not { Length: <= ArticleDraft.LongestSummary } => DraftFault.Summary,
        { Note.Length: > ArticleDraft.LongestNote } => DraftFault.Note,
        _ => DraftFault.None,
    };

    /// <returns>False when the publisher does not allow the display.</returns>
    public static bool Apply(ArticleAtHand hand, ArticleDraft draft)
    {
        var article = hand.Article;
        if (draft.Display is Display.FullText && article.IsExcerptOnly)
        {
            return false;
        }

        if (EnteredText.Line(draft.Title) is { } title && (title != article.Title || (draft.ConfirmsTitle && article.TitleDerived)))
        {
            ChangeTitle(hand, title);
        }

        if (EnteredText.Lines(draft.Summary) is { } summary && summary != article.Summary)
        {
            hand.Note(ArticleEdit.Summary, article.Summary, summary);
            article.CorrectSummary(summary);
        }

        if (draft.Display is { } display)
        {
            hand.Note(ArticleEdit.DisplayMode, article.Display.ToString(), display.ToString());
            article.Display = display;
        }

        if (draft.Note is not null)
        {
            ChangeNote(hand, EnteredText.Lines(draft.Note));
        }

        foreach (var choice in draft.Tags)
        {
            Choose(hand, choice);
        }

        return true;
    }

    /// <summary>Puts back what one edit changed; false where that is not a matter of a field.</summary>
    public static bool Revert(ArticleAtHand hand, ArticleEdit edit)
    {
        if (edit.Tag is { } tag)
        {
            hand.PutBack(tag.Kind, tag.Key, ArticleAtHand.ReadStanding(edit.Before) ?? new TagStanding(null, false));
            return true;
        }

        switch (edit.Field)
        {
            case ArticleEdit.Title when edit.Before is { } title:
                ChangeTitle(hand, title);
                return true;
            case ArticleEdit.TitleDerived when edit.Before == bool.TrueString && !hand.Article.TitleDerived:
                hand.Note(ArticleEdit.TitleDerived, bool.FalseString, bool.TrueString);
                hand.Article.DoubtTitle();
                return true;
            case ArticleEdit.Summary when edit.Before is { } summary:
                hand.Note(ArticleEdit.Summary, hand.Article.Summary, summary);
                hand.Article.CorrectSummary(summary);
                return true;
            case ArticleEdit.DisplayMode when Enum.TryParse<Display>(edit.Before, out var display):
                return Apply(hand, new ArticleDraft { Display = display });
            case ArticleEdit.Note:
                ChangeNote(hand, edit.Before);
                return true;
            default:
                return false;
        }
    }

    public static string? Written(DateTime? at) => at?.ToString("O", CultureInfo.InvariantCulture);

    private static void ChangeTitle(ArticleAtHand hand, string title)
    {
        var article = hand.Article;
        hand.Note(ArticleEdit.Title, article.Title, title);
        if (article.TitleDerived)
        {
            hand.Note(ArticleEdit.TitleDerived, bool.TrueString, bool.FalseString);
        }

        article.CorrectTitle(title);
        foreach (var tag in article.Tags.Where(t => t.Evidence.Exists(e => e.Field is EvidenceField.Title)))
        {
            var kept = ArticleFilling.InCorrectedTitle(tag.Evidence, title);
            tag.Evidence.Clear();
            tag.Evidence.AddRange(kept);
        }
    }

    private static void ChangeNote(ArticleAtHand hand, string? note)
    {
        hand.Note(ArticleEdit.Note, hand.Article.Note, note);
        hand.Article.Note = note;
    }

    private static void Choose(ArticleAtHand hand, TagChoice choice)
    {
        switch (choice.Verdict)
        {
            case TagVerdict.Accept:
                hand.Accept(choice.Kind, choice.Key);
                break;
            case TagVerdict.Main when choice.Kind is not TagKind.Agency:
                hand.MakeMain(choice.Kind, choice.Key);
                break;
            case TagVerdict.Refuse:
                hand.Refuse(choice.Kind, choice.Key);
                break;
        }
    }
}
