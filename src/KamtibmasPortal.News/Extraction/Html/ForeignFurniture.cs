using System.Text.RegularExpressions;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction.Html;

/// <summary>Furniture phrases of pages in other languages; <see cref="Furniture"/> knows the Indonesian ones.</summary>
internal static partial class ForeignFurniture
{
    /// <summary>A line that is no text wherever it stands.</summary>
    public static bool IsFurniture(string line) => line.Length <= 300 && LinePattern().IsMatch(line);

    /// <summary>A heading of links, comments or forms.</summary>
    public static bool IsEnding(string line) => line.Length <= 80 && EndingPattern().IsMatch(line);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"^\W{0,3}((read|see|watch|listen|related|more|also read|read also|read more|see also|see more|photos?|gallery|slideshow|video|lire aussi|lisez aussi|à lire( aussi)?|leer también|lea también|lee también|mehr zum thema|lesen sie auch|leia (também|mais)|leggi anche|lees ook|don['’]t miss|must[- ]read)\s*(more|also|next|this|on this story|on this|stories|articles?|story|coverage)?\s*[:|»>→].*|(story|article) continues (below|after).*|(continue|keep) reading( below| the main story)?\W*|advertisement|scroll (down )?(for|to) .*|click (here|to)( for| to)? .{0,80}|(sign|log) (up|in) (for|to|now|here)\b.{0,120}|subscribe (to|for|now|today)\b.{0,120}|(follow|like|find|join) (us|me|him|her|@?\w+( \w+){0,3}) on (twitter|facebook|instagram|google|x|linkedin|telegram|whatsapp)\b.{0,120}|(get|receive) (the|our|breaking|daily|all|more)\b.{0,60}(inbox|newsletter|alerts?|e-?mail)\b.{0,60}|(share|tweet|pin|e-?mail|print|save|copy link|comments?|reply|facebook|twitter|reddit|whatsapp|linkedin)( this( article| story| page)?)?( on (facebook|twitter))?|(image|photo|picture|foto|bild|credit|image source|photo credit|image copyright|photograph)( by| credit| source| copyright| caption)?\s*[:©/].{1,160}|©.{0,160}|copyright ©?.{0,160}|all rights reserved.{0,80}|(this|the) (material|article|content) (may not be|is protected|was originally published|first appeared).{0,200}|(last |first )?(updated|modified|edited|published|posted)( on| at)?\s*:?\s.{0,40}(\d{4}|\bago\b).{0,40}|(terakhir )?di(perbarui|ubah|mutakhirkan)\b.{0,60}|(terakhir )(di)?(update|perbarui)\b.{0,60}|no (comments?|responses?)( yet)?|(\p{L}{2,12}\.?,?\s)?\d{1,2}(\.|st|nd|rd|th)?\s(de\s)?\p{L}{3,12}\.?,?\s(de\s|del\s)?\d{4}(\W{1,4}\d{1,2}[:.h]\d{2}.{0,12})?|(\p{L}{2,12}\.?,?\s)?\p{L}{3,12}\.?\s\d{1,2}(st|nd|rd|th)?,?\s\d{4}(\W{1,4}(at\s)?\d{1,2}[:.h]\d{2}.{0,12})?|have (something|a story|a tip|news)\b.{0,120}|(download|get) (the|our) .{0,40}app\b.{0,80}|view (all )?(comments|gallery|photos|this post on instagram).{0,40}|(a )?post shared by .{0,120}|show (more|less|comments)|load(ing)?( more)?( comments)?\W*|tap to unmute.*|play video.{0,40}|your browser does not support.{0,100}|please enable javascript.{0,100}|to view this video.{0,120})$",
        Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex LinePattern();

    [GeneratedRegex(
        @"^\W{0,3}((related|recommended|suggested|similar|more|latest|top|popular|trending|featured|other|recent|further)( (related|top|local|latest|popular|recent))?\s?(posts?|articles?|stories|story|news|topics?|content|links?|reading|coverage|videos?|headlines|reads|from .{1,50}|in .{1,40}|on .{1,40}|like this)?(\s*:|\s*\(.{1,20}\))?|(read|see|watch|you (may|might) (also )?(like|be interested in)|you['’]ll (also )?(like|love)|what to read|most (read|viewed|popular|commented|shared)|editor['’]?s['’]? (picks?|choice)|don['’]t miss|up next|trending( now)?|promoted( stories)?|sponsored( (content|links|stories))?|around the web|from (around )?the web|paid (content|stories)|more (like this|to (read|explore)))\b.{0,40}|comments?( \(?\d+\)?)?|\d+\s?\W{0,3}\s?(comments?|responses?|replies|thoughts on .*|comentarios?|commentaires?|kommentare?|réactions?)\b.{0,60}|(leave|post|add|write) a (comment|reply|response)|join the (conversation|discussion)|(share|print|save) this( .{1,20})?|about the authors?|(also )?(filed under|tagged|tags|topics)\W*.{0,60}|(get|sign up for) (our|the) .{0,60}|newsletters?|advertisement|references|sources?|notes?|external links|editorial standards|(ähnliche|weitere|verwandte) (artikel|themen|beiträge)|mehr zum thema|das könnte (sie|dich) auch interessieren|artículos relacionados|noticias relacionadas|te puede interesar|sur le même sujet|articles? (liés|similaires)|commentaires?|comentarios?|kommentare?|veja também|notícias relacionadas|articoli correlati)$",
        Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex EndingPattern();
}
