using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace KamtibmasPortal.Web.Pages;

/// <summary>The framework's refusals of form values in the language of the pages.</summary>
public static class IndonesianBinding
{
    public static void Apply(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor(Texts.Form.InvalidFor);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(Texts.Form.Invalid);
        messages.SetUnknownValueIsInvalidAccessor(Texts.Form.UnknownFor);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Texts.Form.Unknown);
        messages.SetValueIsInvalidAccessor(Texts.Form.Invalid);
        messages.SetValueMustBeANumberAccessor(Texts.Form.NumberFor);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Texts.Form.Number);
        messages.SetValueMustNotBeNullAccessor(_ => Texts.Form.Needed);
        messages.SetMissingBindRequiredValueAccessor(Texts.Form.NeededFor);
        messages.SetMissingKeyOrValueAccessor(() => Texts.Form.Needed);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Texts.Form.Needed);
    }
}
